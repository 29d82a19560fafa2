// Reads a transparency log over HTTP with golang.org/x/mod/sumdb/tlog and note, which are not ours, and verifies what Jalon says of it:
//
//	verifier <prefix of the log> <its key> <an older checkpoint, a file> < envelopes, one a line, in the order of their positions
//
// The checkpoint is opened with the key. The older one has to lead to it. Each envelope has to stand where its line is.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println("tlog-verifier 1")
		return
	}
	if len(os.Args) != 4 {
		fail("usage: verifier <prefix> <key> <older checkpoint>")
	}
	prefix, keyText := os.Args[1], os.Args[2]
	key, err := note.NewVerifier(keyText)
	check(err)
	older, err := os.ReadFile(os.Args[3])
	check(err)
	before := open(older, key)
	now := open(get(prefix+"/checkpoint"), key)

	hashes := tlog.TileHashReader(now, &tiles{prefix})
	proof, err := tlog.ProveTree(now.N, before.N, hashes)
	check(err)
	check(tlog.CheckTree(proof, now.N, now.Hash, before.N, before.Hash))

	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 2_000_000)
	var index int64
	for ; lines.Scan(); index++ {
		proof, err := tlog.ProveRecord(now.N, index, hashes)
		check(err)
		if err := tlog.CheckRecord(proof, now.N, now.Hash, index, tlog.RecordHash(lines.Bytes())); err != nil {
			fail(fmt.Sprintf("record %d: %v", index, err))
		}
	}
	check(lines.Err())
	fmt.Printf("%d of %d records stand in the log, which goes on from %d\n", index, now.N, before.N)
}

// open verifies a checkpoint and gives its tree. The format of C2SP has another first line than Go's own, and the rest is the same.
func open(source []byte, key note.Verifier) tlog.Tree {
	opened, err := note.Open(source, note.VerifierList(key))
	check(err)
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != key.Name() {
		fail("the checkpoint is that of " + origin)
	}
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest))
	check(err)
	return tree
}

type tiles struct{ prefix string }

func (*tiles) Height() int { return 8 }

// Go writes tile/<height>/<level>/…; C2SP leaves the height out.
func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for i, tile := range wanted {
		read[i] = get(t.prefix + "/" + strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
	}
	return read, nil
}

func (*tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func get(address string) []byte {
	answer, err := http.Get(address)
	check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	check(err)
	if answer.StatusCode != http.StatusOK {
		fail(fmt.Sprintf("%s answered %s", address, answer.Status))
	}
	return body
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}
