// Verifies what Jalon says of a transparency log with golang.org/x/mod/sumdb/tlog and note, which are not ours:
//
//	verifier log <prefix of the log> <its key> <an older checkpoint, a file> < envelopes, one a line, in the order of their positions
//	verifier proof <its key> <a tlog-proof file> < the one envelope
//
// With the log, over HTTP: the checkpoint is opened with the key, the older one has to lead to it, and each envelope has to stand where its line is.
// With a proof, offline: the checkpoint in it is opened with the key, and the envelope has to stand at the index in it.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const usage = "usage: verifier log <prefix> <key> <older checkpoint> | verifier proof <key> <proof>"

func main() {
	switch args := os.Args[1:]; {
	case len(args) == 1 && args[0] == "--version":
		fmt.Println("tlog-verifier 2")
	case len(args) == 4 && args[0] == "log":
		verifyLog(args[1], keyOf(args[2]), args[3])
	case len(args) == 3 && args[0] == "proof":
		verifyProof(keyOf(args[1]), args[2])
	default:
		fail(usage)
	}
}

func keyOf(text string) note.Verifier {
	key, err := note.NewVerifier(text)
	check(err)
	return key
}

func verifyLog(prefix string, key note.Verifier, olderFile string) {
	older, err := os.ReadFile(olderFile)
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

// verifyProof reads the file as C2SP's tlog-proof describes it: a first line, perhaps one with something extra, the index, the hashes, an empty line, the checkpoint.
func verifyProof(key note.Verifier, file string) {
	source, err := os.ReadFile(file)
	check(err)
	head, checkpoint, found := strings.Cut(string(source), "\n\n")
	if !found {
		fail("the proof holds no checkpoint")
	}
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("the file is no tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		fail("the proof names no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	check(err)
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		proof = append(proof, hash)
	}
	record, err := io.ReadAll(os.Stdin)
	check(err)
	tree := open([]byte(checkpoint), key)
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(record)))
	fmt.Printf("record %d of %d stands in the log\n", index, tree.N)
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
