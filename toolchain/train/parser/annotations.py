#!/usr/bin/env python3
"""Joins the project's own syntax annotations, which hold no text, with the raw articles that they were made on.

usage: annotations.py --raw FILE.seg < ../../annotations/syntax.txt > more.conllu

A line of syntax.txt: an article's id, the number of its line (the one after "# id" is 1), then TAG:head:relation for
each word as the file joins them, heads from 1 and 0 for the root. Sentences whose number of words does not fit are
passed over and counted.
"""
import argparse, re, sys

p = argparse.ArgumentParser(usage=__doc__)
p.add_argument('--raw', required=True)
a = p.parse_args()
wanted = {}
for l in sys.stdin:
    if l[0] != '#':
        article, line, *words = l.split()
        wanted[article, int(line)] = words
article, number, unfit = None, 0, 0
for l in open(a.raw, encoding='utf-8'):
    if re.fullmatch(r'# [a-z]+-\d+', l.strip()):
        article, number = l[2:].strip(), 0
        continue
    number += 1
    labels = wanted.pop((article, number), None)
    if labels is None: continue
    words = l.replace('\u200b', '').split()
    if len(words) != len(labels):
        unfit += 1
        continue
    print(f'# sent_id = {article}:{number}')
    for i, (w, x) in enumerate(zip(words, labels), 1):
        tag, head, relation = x.split(':', 2)
        form = w.replace('_', ' ') if len(w) > 1 else w
        print(i, form, '_', tag, '_', '_', head, relation, '_', '_', sep='\t')
    print()
print(unfit, 'sentences do not fit,', len(wanted), 'not found', file=sys.stderr)
