"""Writes the student as the section "parser" (core/syntax/parser.cpp, encoder.cpp, row_table.h, affine.h)."""
import struct
import numpy as np
from network import weight_shift

FRACTION, HEAD_FRACTION, SCORE_FRACTION = 11, 8, 10
SECTION_VERSION, EMBEDDING_FRACTION = 3, 3

class Writer:
    def __init__(self): self.out = bytearray()
    def u32(self, *v): self.out += struct.pack(f'<{len(v)}I', *v)
    def array(self, a):
        self.out += bytes(-len(self.out) % a.dtype.itemsize) + np.ascontiguousarray(a).tobytes()

def fixed(t, fraction, kind='<i2'):
    v = np.round(t.detach().numpy().astype('f8') * (1 << fraction))
    i = np.iinfo(np.dtype(kind))
    return np.clip(v, i.min, i.max).astype(kind)

def bits_for(entries):
    bits = 4
    while (1 << bits) * 2 < entries: bits += 1
    return bits

def table(w, rows, embedding, bits):
    values = np.clip(np.round(embedding.weight.detach().numpy() * (1 << EMBEDDING_FRACTION)), -8, 7).astype(np.int64) & 15
    special, values = values[:3], values[3:]
    bucket = (rows.hashes >> np.uint64(64 - bits)).astype(np.int64)         # ascending, since the hashes are
    sizes = np.bincount(bucket, minlength=1 << bits)
    assert sizes.max() < 256
    starts = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    w.array(starts[::16].astype('<u4')); w.array(sizes.astype('u1')); w.array((rows.hashes & np.uint64(0xFFFF)).astype('<u2'))
    v = np.concatenate([special, values])
    w.array((v[:, 0::2] | v[:, 1::2] << 4).astype('u1'))

def affine(w, layer):
    s = weight_shift(layer.weight)
    w.u32(s)
    w.array(np.clip(np.round(layer.weight.detach().numpy() * 2.0 ** s), -127, 127).astype('i1'))
    w.array(fixed(layer.bias, FRACTION))

def write(net, shown_tag, words, syllables, path):
    z = net.sizes
    w = Writer()
    n_words, n_syllables = len(words.hashes), len(syllables.hashes)
    word_bits, syllable_bits = bits_for(n_words), bits_for(n_syllables)
    w.u32(SECTION_VERSION, z['word_width'], z['syllable_width'], z['direction'], z['layers'], z['arc'], z['label'],
          net.label.out_features, word_bits, n_words, syllable_bits, n_syllables, EMBEDDING_FRACTION)
    table(w, words, net.word, word_bits); table(w, syllables, net.syllable, syllable_bits)
    w.array(np.concatenate([fixed(e.weight, FRACTION) for e in (net.shape, net.count, net.first_tag, net.other_tag)]))
    x = (np.arange(1024) - 512 + 0.5) / 64
    w.array(np.clip(np.round(32768 / (1 + np.exp(-x))), 0, 32767).astype('<i2'))
    affine(w, net.input)
    for layer in net.layers: affine(w, layer)
    for layer in (net.dependent, net.head, net.bilinear, net.label_dependent, net.label_head, net.label, net.tag, shown_tag): affine(w, layer)
    w.array(fixed(net.root, HEAD_FRACTION)); w.array(fixed(net.label_root, FRACTION)); w.array(fixed(net.distance, SCORE_FRACTION, '<i4'))
    open(path, 'wb').write(w.out)
