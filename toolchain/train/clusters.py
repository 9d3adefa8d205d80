#!/usr/bin/env python3
"""Word classes and a strength for every known word, from raw segmented articles and a list of headwords.

usage: clusters.py --raw FILE.seg.xz --headwords FILE.txt [--headwords …] [--leave-out IDS.txt] [--keep-classes] --out DIR

Writes DIR/clusters.txt (word, fine, middle, coarse class; most frequent first), DIR/words.txt (word, strength 0..15) and
DIR/points.vec (a vector for each word, in fasttext's format: what the classes were made of).
Words stand in small letters, syllables joined by "_", digits as 0. A class gathers words with the same neighbours:
positive PMI of a word with what stands before and after it, reduced to 64 dimensions (Levy and Goldberg 2014), joined
with fasttext skipgram vectors (window 3), then k-means. A strength tells how often the syllables, when they meet, were
taken for one word, and whether the headwords have it. One thread throughout: the same input gives the same output. --keep-classes
leaves classes that lie in DIR as they are: for when only the headwords are new.
"""
import argparse, collections, lzma, pathlib, re, subprocess, sys, unicodedata
import numpy as np
import scipy.sparse as sp
from sklearn.cluster import AgglomerativeClustering, MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

OLD = dict(zip('oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(), 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split()))
TONE = re.compile('(?<!q)(' + '|'.join(OLD) + ')(?![a-zà-ỹđ])')
PHRASE = re.compile(r'[^\W\d_]+(_[^\W\d_]+){1,3}')

def fold(s):
    return TONE.sub(lambda m: OLD[m[1]], s.lower())

def read(path, skip):
    """folded lines of words"""
    keep = True
    with lzma.open(path, 'rt', encoding='utf-8') as f:
        for line in f:
            if line.startswith('# '):
                keep = line[2:].strip() not in skip
            elif keep and line.strip():
                yield re.sub(r'\d', '0', fold(unicodedata.normalize('NFC', line).replace('\u200b', '').strip()))

def unit(x):
    return x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-9)

def classes(corpus, out):
    subprocess.run(['fasttext', 'skipgram', '-input', corpus, '-output', out / 'vectors', '-dim', '64', '-ws', '3', '-minCount',
                    '20', '-maxn', '0', '-minn', '0', '-epoch', '3', '-neg', '5', '-thread', '1', '-lr', '0.05'], check=True)
    rows = [l.split(' ') for l in (out / 'vectors.vec').read_text('utf-8').split('\n')[1:] if l and not l.startswith('</s>')]
    words, vectors = [r[0] for r in rows], np.array([[float(x) for x in r[1:65]] for r in rows], 'f4')
    n, contexts = len(words), 4000
    number = {w: i for i, w in enumerate(words)}
    ids = []
    for line in open(corpus, encoding='utf-8'):
        ids.append(n + 1)
        ids.extend(number.get(w, n) for w in line.split())
    a = np.array(ids + [n + 1], np.int32)
    context = np.full(n + 2, -1)
    context[:contexts], context[n], context[n + 1] = np.arange(contexts), contexts, contexts + 1
    c = contexts + 2
    def counts(x, y, offset):
        k = (x < n) & (context[y] >= 0)
        key, m = np.unique(x[k].astype(np.int64) * 2 * c + context[y[k]] + offset, return_counts=True)
        return sp.csr_matrix((m.astype('f8'), (key // (2 * c), key % (2 * c))), shape=(n, 2 * c))
    m = counts(a[1:], a[:-1], 0) + counts(a[:-1], a[1:], c)
    r, s = np.asarray(m.sum(1)).ravel(), np.asarray(m.sum(0)).ravel() ** 0.75
    s, m = s / s.sum() * r.sum(), m.tocoo()
    pmi = np.maximum(np.log(m.data * r.sum() / (r[m.row] * s[m.col])), 0)
    u, d, _ = randomized_svd(sp.csr_matrix((pmi, (m.row, m.col)), shape=m.shape), 64, n_iter=4, random_state=1)
    points = unit(np.hstack([unit(u * np.sqrt(d)), 0.7 * unit(vectors)]))
    with open(out / 'points.vec', 'w', encoding='utf-8') as o:
        o.write(f'{n} {points.shape[1]}\n')
        o.writelines(w + ''.join(f' {x:.4f}' for x in v) + '\n' for w, v in zip(words, points))
    fine = MiniBatchKMeans(1000, random_state=1, batch_size=4096, n_init=1, max_iter=40).fit(points)
    middle, coarse = (AgglomerativeClustering(k).fit(fine.cluster_centers_).labels_ for k in (250, 64))
    with open(out / 'clusters.txt', 'w', encoding='utf-8') as o:
        o.writelines(f'{w}\t{k}\t{middle[k]}\t{coarse[k]}\n' for w, k in zip(words, fine.labels_))

def strengths(corpus, headwords, out):
    count = collections.Counter()
    for line in open(corpus, encoding='utf-8'):
        count.update(w for w in line.split() if '_' in w)
    lines = (l for path in headwords for l in open(path, encoding='utf-8'))
    heads = {h for h in (fold(l.strip()).replace(' ', '_') for l in lines) if PHRASE.fullmatch(h)}
    known = {w for w, c in count.items() if c >= 5 and PHRASE.fullmatch(w)} | heads
    met = collections.Counter()
    for line in open(corpus, encoding='utf-8'):
        s = line.replace('_', ' ').split()
        for n in (2, 3, 4):
            met.update(p for p in ('_'.join(s[i:i + n]) for i in range(len(s) - n + 1)) if p in known)
    with open(out / 'words.txt', 'w', encoding='utf-8') as o:
        for w in sorted(known):
            level, c = 0, count[w]
            if max(met[w], c):
                share = (c + 0.1) / (max(met[w], c) + 0.3)
                level = 1 + sum(share >= x for x in (.05, .4, .8, .95))
                if level >= 4 and c >= 50: level += 2
            o.write(f'{w}\t{level + 8 * (w in heads)}\n')

p = argparse.ArgumentParser()
for name in ('--raw', '--out'): p.add_argument(name, required=True)
p.add_argument('--headwords', action='append', required=True)
p.add_argument('--leave-out')
p.add_argument('--keep-classes', action='store_true')
a = p.parse_args()
out = pathlib.Path(a.out)
out.mkdir(parents=True, exist_ok=True)
skip = set(open(a.leave_out).read().split()) if a.leave_out else set()
corpus = out / 'corpus.txt'
if not (a.keep_classes and (out / 'clusters.txt').exists()):
    with open(corpus, 'w', encoding='utf-8') as o:
        o.writelines(l + '\n' for l in read(a.raw, skip))
    classes(corpus, out)
strengths(corpus, a.headwords, out)
