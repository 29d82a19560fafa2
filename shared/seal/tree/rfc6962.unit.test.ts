import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../node-crypto.ts';
import { growingTree } from './growing.ts';
import { treeHash } from './hashing.ts';
import { goesOn, includes } from './proofs.ts';

/** The entries, roots and proofs by which implementations of RFC 6962 are compared (certificate-transparency, transparency-dev/merkle). */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const inclusion = [
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
];
const consistency = [
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
  },
];
const hashing = treeHash(nodeCrypto.sha256);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const leaves = entries.map((entry) => hashing.leaf(bytes(entry)));
const head = (size: number) => ({ size, root: bytes(roots[size]!) });

describe('the published trees of RFC 6962', () => {
  it('have the published roots at every size', () => {
    const tree = growingTree(hashing);
    const grown = [tree.root()];
    for (const leaf of leaves) {
      tree.append(leaf);
      grown.push(tree.root());
    }
    expect(grown.map((root) => Buffer.from(root).toString('hex'))).toEqual(roots);
  });

  it.each(inclusion)('include the leaf $index at $size leaves by the published proof', ({ index, size, proof }) => {
    const given = { leaf: leaves[index]!, index, proof: proof.map(bytes) };
    expect(includes(head(size).root, size, given, hashing)).toBe(true);
    expect(includes(head(size).root, size, { ...given, leaf: leaves[index + 1] ?? leaves[0]! }, hashing)).toBe(false);
  });

  it.each(consistency)('go on from $from to $to leaves by the published proof', ({ from, to, proof }) => {
    expect(goesOn(head(from), head(to), proof.map(bytes), hashing)).toBe(true);
    expect(goesOn({ ...head(from), root: head(from + 1).root }, head(to), proof.map(bytes), hashing)).toBe(false);
  });
});
