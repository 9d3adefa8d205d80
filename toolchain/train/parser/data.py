"""Sentences as the encoder sees them: hashes, shapes, classes and listed tags of words, from ailamgi-token-ids."""
import collections, subprocess
import numpy as np

UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split()
TOKEN = np.dtype([('word', '<u8'), ('first', '<u8'), ('last', '<u8'), ('shape', 'u1'), ('count', 'u1'), ('cluster', '<u2'),
                  ('tags', 'u1'), ('rest', 'u1', 3)])
NUMBER, ALNUM = 4, 5                     # shapes whose words share one row (core/article.h)
UNKNOWN_ROW, NUMBER_ROW, ALNUM_ROW, SPECIAL = 0, 1, 2, 3   # core/syntax/row_table.h

def relations(path):
    return [l.strip() for l in open(path, encoding='utf-8') if l.strip() and l[0] != '#']

def read_conllu(path):
    """[[(form, upos, head, relation)]] with heads from 1, 0 for the root"""
    out, s = [], []
    for l in open(path, encoding='utf-8'):
        if l[0].isdigit():
            f = l.rstrip('\n').split('\t')
            if f[0].isdigit(): s.append((f[1], f[3], int(f[6]), f[7]))
        elif not l.strip() and s:
            out.append(s); s = []
    return out + [s] if s else out

def describe(tool, model, sentences):
    """One TOKEN array a sentence, for lists of words."""
    text = ''.join('\t'.join(w.replace('_', ' ') if len(w) > 1 else w for w in s) + '\n' for s in sentences)
    data = subprocess.run([tool, model], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
    tokens = np.frombuffer(data, TOKEN)
    ends = np.cumsum([len(s) for s in sentences])
    assert ends[-1] == len(tokens)
    return np.split(tokens, ends[:-1])

class Rows:
    """Numbers the hashes of a vocabulary, after the special rows."""
    def __init__(self, hashes):
        self.hashes = np.array(sorted(set(int(h) for h in hashes)), np.uint64)
    def __len__(self):
        return len(self.hashes) + SPECIAL
    def find(self, hashes, shapes):
        at = np.searchsorted(self.hashes, hashes).clip(0, len(self.hashes) - 1)
        rows = np.where(self.hashes[at] == hashes, at + SPECIAL, UNKNOWN_ROW)
        return np.where(shapes == NUMBER, NUMBER_ROW, np.where(shapes == ALNUM, ALNUM_ROW, rows)).astype(np.int64)

def vocabularies(sentences, least_words, least_syllables):
    words, syllables = collections.Counter(), collections.Counter()
    for t in sentences:
        t = t[(t['shape'] != NUMBER) & (t['shape'] != ALNUM)]
        words.update(t['word'].tolist()); syllables.update(t['first'].tolist()); syllables.update(t['last'].tolist())
    return Rows(h for h, n in words.items() if n >= least_words), Rows(h for h, n in syllables.items() if n >= least_syllables)
