#!/usr/bin/env python3
"""How much of an article's lead its summary tells, when the summary is made from the body alone.

usage: measure_summary.py --data DIR [--analyzer build/native/ailamgi] [--length 40] [--show N]

DIR holds vietnews-60k.seg.xz and rouge-ids.txt (the articles to judge by, kept out of all training). Prints ROUGE-1, -2
and -L F1 over syllables (Lin 2004) of summary and of the body's first two sentences, both cut at the same number of
syllables, and their ratio.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).parent / 'train'))
import plain_text  # noqa: E402

TOP = pathlib.Path(__file__).parent.parent


def syllables(text):
    return re.findall(r'\w+', text.lower())


def f1(same, a, b):
    return 2 * same / (a + b) if same else 0.0


def shared(a, b, n):
    x, y = (Counter(zip(*[t[i:] for i in range(n)])) for t in (a, b))
    return f1(sum((x & y).values()), sum(x.values()), sum(y.values()))


def longest(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        new = [0]
        for j, y in enumerate(b):
            new.append(row[j] + 1 if x == y else max(new[-1], row[j + 1]))
        row = new
    return f1(row[-1], len(a), len(b))


def rouge(lead, told):
    return [shared(lead, told, 1), shared(lead, told, 2), longest(lead, told)]


def analyse(analyzer, articles):
    given = ''.join(json.dumps({'id': a['id'], 'text': '\n\n'.join(a['body'])}) + '\n' for a in articles)
    out = subprocess.run([analyzer, '--jsonl'], input=given.encode(), stdout=subprocess.PIPE, check=True).stdout
    return {x['id']: x for x in map(json.loads, out.decode().splitlines())}


def first_sentences(text, analysis, n):
    told = [s for s in analysis['sentences'] if analysis['segments'][s['segment']]['kind'] in ('title', 'lead', 'body')]
    units = text.encode('utf-16-le')
    return ' '.join(units[2 * s['start']:2 * s['end']].decode('utf-16-le') for s in told[:n])


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument('--data', required=True, type=pathlib.Path)
    args.add_argument('--analyzer', default=TOP / 'build/native/ailamgi')
    args.add_argument('--length', type=int, default=40)
    args.add_argument('--show', type=int, default=0)
    args = args.parse_args()
    wanted = set((args.data / 'rouge-ids.txt').read_text().split())
    articles = list(plain_text.articles(args.data / 'vietnews-60k.seg.xz', wanted.__contains__))
    analyses = analyse(args.analyzer, articles)
    totals = {'summary': [0.0] * 3, 'first two sentences': [0.0] * 3}
    for i, a in enumerate(articles):
        text, analysis = '\n\n'.join(a['body']), analyses[a['id']]
        lead = syllables(a['lead'])
        told = {'summary': ' '.join(s['text'] for s in analysis.get('summary', [])),
                'first two sentences': first_sentences(text, analysis, 2)}
        for name, words in told.items():
            for k, x in enumerate(rouge(lead, syllables(words)[:args.length])):
                totals[name][k] += x / len(articles)
        if i < args.show:
            print(f"{a['lead']}\n  = {told['summary']}\n")
    print(f'{len(articles)} articles of {len(wanted)}, cut at {args.length} syllables')
    for name, scores in totals.items():
        print(f'{name:20}', ' '.join(f'R{n} {100 * x:.2f}' for n, x in zip('12L', scores)))
    print('ratio               ', ' '.join(f'R{n} {x / y:.3f}' for n, x, y in zip('12L', *totals.values())))


if __name__ == '__main__':
    main()
