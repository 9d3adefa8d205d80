#!/usr/bin/env python3
"""Trains the parser: teachers on annotated sentences, then a small student on what they say of raw ones.

usage: train.py --tool ailamgi-token-ids --model MODEL --relations relations.grammar --gold FILE.conllu [--gold …]
                [--more FILE.conllu …] [--also FILE.conllu …] --raw FILE.seg --leave-out IDS --vectors vectors.vec --work DIR --out parser.bin
                [--test FILE.conllu] [--teachers 4] [--only-teacher K] [--teacher-epochs 14] [--sentences 40000] [--epochs 8]

--more   sentences annotated for this project (toolchain/annotations), learned like gold ones at a lower weight
--only-teacher K trains the teacher number K and stops; teachers and a student that lie in --work already are
taken from there
--also   gold sentences that join only when all is measured, in a few last passes of the student
--test   never learned from; accuracy on its given words is printed along the way
One thread and fixed seeds: the same input gives the same bytes on the same machine.
"""
import argparse, copy, os, pathlib, pickle, random, sys, time
os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np, torch, torch.nn.functional as F
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import data, export
from network import Student, Teacher

torch.set_num_threads(1)
torch.set_flush_denormal(True)

class Corpus:
    """Sentences as tensors, in batches of like length."""
    def __init__(self, tokens, words, syllables, gold=None, relations=None, weight=1.0):
        self.rows = []
        for i, t in enumerate(tokens):
            r = dict(word=words.find(t['word'], t['shape']), first=syllables.find(t['first'], t['shape']),
                     last=syllables.find(t['last'], t['shape']), cluster=t['cluster'].astype(np.int64),
                     shape=t['shape'].astype(np.int64), count=t['count'].astype(np.int64).clip(0, 7), tags=t['tags'].astype(np.int64))
            # A number's last syllable may be another word ("10 triệu"), but the encoder looks at the first one's shape alone.
            r = {k: torch.from_numpy(v) for k, v in r.items()}
            if gold:
                r['upos'] = torch.tensor([data.UPOS.index(w[1]) for w in gold[i]])
                r['heads'] = torch.tensor([w[2] for w in gold[i]])
                r['labels'] = torch.tensor([relations.index(w[3]) for w in gold[i]])
            r['weight'] = weight
            self.rows.append(r)
    def __add__(self, other):
        c = Corpus.__new__(Corpus); c.rows = self.rows + other.rows; return c
    def batches(self, words, rng=None):
        order = list(range(len(self.rows)))
        if rng: rng.shuffle(order)
        order.sort(key=lambda i: len(self.rows[i]['word']) // (4 if rng else 1))
        groups, size = [[]], 0
        for i in order:
            n = len(self.rows[i]['word'])
            if groups[-1] and size + n > words: groups.append([]); size = 0
            groups[-1].append(i); size += n
        if rng: rng.shuffle(groups)
        for g in groups: yield g, self.batch(g)
    def batch(self, ids):
        rows = [self.rows[i] for i in ids]
        pad = lambda k, v=0: torch.nn.utils.rnn.pad_sequence([r[k] for r in rows], True, v)
        b = {k: pad(k) for k in ('word', 'first', 'last', 'cluster', 'shape', 'count', 'tags')}
        b['length'] = torch.tensor([len(r['word']) for r in rows])
        b['mask'] = torch.arange(b['word'].shape[1])[None] < b['length'][:, None]
        b['weight'] = torch.tensor([r['weight'] for r in rows])[:, None].expand_as(b['mask'])
        for k in ('upos', 'heads', 'labels'):
            if k in rows[0]: b[k] = pad(k)
        for k in ('soft_tags', 'soft_arcs'):
            if k in rows[0]:
                n = b['word'].shape[1]
                b[k] = torch.stack([F.pad(r[k].float(), (0, n + 1 - r[k].shape[1] if k == 'soft_arcs' else 0, 0, n - r[k].shape[0])) for r in rows])
        return b

def masked_arcs(arcs, b):
    keep = torch.cat([torch.ones(len(arcs), 1, dtype=torch.bool), b['mask']], 1)
    arcs = arcs.masked_fill(~keep[:, None, :], -1e4)
    n = arcs.shape[1]
    self_arc = torch.cat([torch.zeros(n, 1, dtype=torch.bool), torch.eye(n, dtype=torch.bool)], 1)
    return arcs.masked_fill(self_arc[None], -1e4)

def gold_loss(net, b):
    tags, arcs, state = net(b)
    arcs = masked_arcs(arcs, b)
    m, w = b['mask'], b['weight'][b['mask']]
    one = lambda scores, gold: (F.cross_entropy(scores[m], gold[m], reduction='none') * w).sum() / len(w)
    return one(tags, b['upos']) + one(arcs, b['heads']) + one(net.label_scores(state, b['heads']), b['labels'])

def soft_loss(net, b):
    tags, arcs, state = net(b)
    arcs = masked_arcs(arcs, b)
    m = b['mask']
    soft = lambda scores, p: -(p[m] * F.log_softmax(scores[m], -1)).sum(-1).mean()
    return soft(tags, b['soft_tags']) + soft(arcs, b['soft_arcs']) + F.cross_entropy(net.label_scores(state, b['heads'])[m], b['labels'][m])

@torch.no_grad()
def accuracy(nets, corpus, relations):
    """upos, uas, las of the averaged distributions, each word's best head taken alone"""
    right, total = np.zeros(3), 0
    kind = [r.split(':')[0] for r in relations]
    kind = torch.tensor([kind.index(k) for k in kind])
    for _, b in corpus.batches(4000):
        tags, arcs, labels = ensemble(nets, b)
        heads, m = arcs.argmax(-1), b['mask']
        l = labels(heads).argmax(-1)
        u = heads == b['heads']
        right += [int((tags.argmax(-1) == b['upos'])[m].sum()), int(u[m].sum()), int((u & (kind[l] == kind[b['labels']]))[m].sum())]
        total += int(m.sum())
    return 'UPOS %.2f UAS %.2f LAS %.2f' % tuple(100 * right / total)

def ensemble(nets, b):
    out = [net(b) for net in nets]
    tags = sum(F.softmax(t, -1) for t, _, _ in out) / len(nets)
    arcs = sum(F.softmax(masked_arcs(a, b), -1) for _, a, _ in out) / len(nets)
    return tags, arcs, lambda heads: sum(F.softmax(n.label_scores(s, heads), -1) for n, (_, _, s) in zip(nets, out)) / len(nets)

def optimise(net, steps, rate):
    o = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=rate, betas=(0.9, 0.95), eps=1e-8)
    return o, torch.optim.lr_scheduler.LambdaLR(o, lambda k: min(1, (k + 1) / 100) * max(0.02, 1 - k / steps))

def step(net, loss, optimiser, schedule):
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
    optimiser.step(); schedule.step()

def learn(net, corpus, epochs, rate, seed, loss_of, words=1000, show=None, tell=0):
    """tell: batches after which it says how far it is, 0 for never"""
    rng = random.Random(seed)
    steps = epochs * sum(1 for _ in corpus.batches(words))
    optimiser, schedule = optimise(net, steps, rate)
    start = time.time()
    for epoch in range(epochs):
        net.train(); total = count = 0
        for ids, b in corpus.batches(words, rng):
            loss = loss_of(net, b)
            step(net, loss, optimiser, schedule)
            total += float(loss); count += 1
            if tell and count % tell == 0: print(f'    {count} of {steps}: loss {total / count:.3f}, {time.time() - start:.0f} s', flush=True)
        net.eval()
        print(f'  pass {epoch + 1}/{epochs}: loss {total / count:.3f}, {time.time() - start:.0f} s', show(net) if show else '', flush=True)
    return net

def guessing_loss(net, b):
    """A fifth of the words hidden, their classes guessed from the rest (Devlin et al. 2019, with classes for words)."""
    hidden = (torch.rand(b['mask'].shape) < 0.2) & b['mask']
    known = b['cluster'][hidden] > 0
    return F.cross_entropy(net.guess_classes(b, hidden)[known], b['cluster'][hidden][known])

def label(teachers, rows):
    """What the teachers say of each row, half of the batches by a process of its own."""
    batches = list(rows.batches(6000))
    def half(k):
        out = []
        with torch.no_grad():
            for ids, b in batches[k::2]:
                tags, arcs, labels = ensemble(teachers, b)
                heads = arcs.argmax(-1); best = labels(heads).argmax(-1)
                for j, i in enumerate(ids):
                    n = int(b['length'][j])
                    out.append((i, tags[j, :n].half().numpy(), arcs[j, :n, :n + 1].half().numpy(), heads[j, :n].numpy(), best[j, :n].numpy()))
        return out
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        with os.fdopen(write, 'wb') as f: pickle.dump(half(1), f)
        os._exit(0)
    os.close(write)
    both = half(0)
    with os.fdopen(read, 'rb') as f: both += pickle.load(f)
    os.waitpid(child, 0)
    said = [None] * len(rows.rows)
    for i, *arrays in both: said[i] = dict(zip(('soft_tags', 'soft_arcs', 'heads', 'labels'), map(torch.from_numpy, arrays)))
    return said

def as_soft(row):
    """a gold row as if a teacher had said it"""
    r = {k: v for k, v in row.items() if k != 'upos'}
    r['soft_tags'] = F.one_hot(row['upos'], len(data.UPOS)).half()
    r['soft_arcs'] = F.one_hot(row['heads'], len(row['word']) + 1).half()
    return r

def load_student(work, relations):
    """the student that lies in --work, with its words and syllables"""
    kept = torch.load(work / 'student.pt')
    w, s = data.Rows(kept['words']), data.Rows(kept['syllables'])
    student = Student(len(w), len(s), len(data.UPOS), len(relations))
    student.load_state_dict(kept['state'])
    return student, w, s

def with_tags(student, corpus, a):
    """The student with a layer of tags that has learned once more, from these sentences alone: what annotators call a
    word is habit more than what hangs on what, and a few thousand weights learn it."""
    student = copy.deepcopy(student)
    for name, weight in student.named_parameters(): weight.requires_grad = name.startswith('tag.')
    return learn(student, corpus, a.tag_epochs, a.tag_rate, 4, gold_loss, words=1000)

def load_vectors(path):
    rows = [l.rstrip().split(' ') for l in open(path, encoding='utf-8')][1:]
    rows = [r for r in rows if r[0] != '</s>']
    return [r[0] for r in rows], np.array([[float(x) for x in r[1:]] for r in rows], np.float32)

def read_raw(path, skip, most, rng):
    """that many sentences of 4 to 45 words, evenly from the file's articles"""
    pool, keep = [], True
    for l in open(path, encoding='utf-8'):
        if l.startswith('# '): keep = l[2:].strip() not in skip
        elif keep:
            w = l.replace('\u200b', '').split()
            if 4 <= len(w) <= 45: pool.append(w)
    rng.shuffle(pool)
    return pool[:most]

def main():
    p = argparse.ArgumentParser(usage=__doc__)
    for k in ('tool', 'model', 'relations', 'raw', 'leave-out', 'vectors', 'work', 'out'): p.add_argument('--' + k)
    p.add_argument('--gold', action='append', default=[]); p.add_argument('--more', action='append', default=[]); p.add_argument('--test')
    p.add_argument('--teachers', type=int, default=4); p.add_argument('--teacher-epochs', type=int, default=14)
    p.add_argument('--sentences', type=int, default=40000); p.add_argument('--epochs', type=int, default=8)
    p.add_argument('--also', action='append', default=[]); p.add_argument('--also-epochs', type=int, default=4)
    p.add_argument('--also-rate', type=float, default=1e-3)
    p.add_argument('--also-share', type=int, default=3, help='how often the tags meet the sentences of --also for once those of --gold')
    p.add_argument('--tag-epochs', type=int, default=8); p.add_argument('--tag-rate', type=float, default=1e-2)
    p.add_argument('--more-weight', type=float, default=0.8)
    p.add_argument('--guess', type=int, default=0, help='raw sentences from which every teacher first learns to guess hidden words')
    p.add_argument('--only-guess', action='store_true', help='stop after that')
    p.add_argument('--only-teacher', type=int, help='train just this one, so that several can be trained side by side')
    a = p.parse_args()
    work = pathlib.Path(a.work); work.mkdir(parents=True, exist_ok=True)
    relations = data.relations(a.relations)
    describe = lambda s: data.describe(a.tool, a.model, s)
    forms = lambda sentences: [[w[0] for w in s] for s in sentences]
    gold = [s for f in a.gold for s in data.read_conllu(f)]
    more = [s for f in a.more for s in data.read_conllu(f)]
    test = data.read_conllu(a.test) if a.test else []
    skip = set(open(a.leave_out).read().split()) if a.leave_out else set()
    raw = read_raw(a.raw, skip, a.sentences, random.Random(7)) if a.raw else []
    tokens = dict(gold=describe(forms(gold)), more=describe(forms(more)) if more else [], test=describe(forms(test)) if test else [])

    names, vectors = load_vectors(a.vectors)
    vectors = vectors / vectors.std()
    v = np.concatenate(describe([[n] for n in names]))
    known = tokens['gold'] + tokens['more']
    words = data.Rows(v['word'].tolist())
    syllables = data.Rows([x for x, c in zip(v['word'].tolist(), v['count']) if c == 1])
    def table(rows):
        out = np.zeros((len(rows), vectors.shape[1]), np.float32)
        at = rows.find(v['word'], np.zeros(len(v), np.uint8))
        for i in range(len(at) - 1, -1, -1): out[at[i]] = vectors[i]
        out[data.UNKNOWN_ROW] = 0
        return torch.from_numpy(out)
    corpus = lambda k, sentences, weight=1.0: Corpus(tokens[k], words, syllables, sentences, relations, weight)
    train = corpus('gold', gold)
    if more: train = train + corpus('more', more, a.more_weight)
    held = corpus('test', test) if test else None
    clusters = int(max(t['cluster'].max() for t in known + [v])) + 1
    print(len(gold), 'gold,', len(more), 'more,', len(raw), 'raw sentences', flush=True)
    new_teacher = lambda: Teacher(table(words), table(syllables), clusters + 1000, len(data.UPOS), len(relations))
    guesser = work / 'guesser.pt'
    if a.guess and not guesser.exists():
        torch.manual_seed(99)
        more_raw = read_raw(a.raw, skip, a.sentences + a.guess, random.Random(7))[a.sentences:]
        pool = Corpus(describe(more_raw), words, syllables)
        t = learn(new_teacher(), pool, 1, 2e-3, 99, guessing_loss, words=2000, tell=200)
        torch.save(t.state_dict(), guesser)
    if a.only_guess: return
    teachers = []
    for k in range(a.teachers):
        torch.manual_seed(100 + k)
        t = new_teacher()
        path = work / f'teacher{k}.pt'
        if a.only_teacher not in (None, k): continue
        if a.only_teacher is None and path.exists():
            t.load_state_dict(torch.load(path))
        else:
            show = (lambda n: accuracy([n], held, relations)) if held else None
            if a.guess:
                kept = ('project', 'project_syllable', 'word', 'syllable', 'cluster', 'shape', 'count', 'first_tag', 'other_tag', 'lstm')
                learned = torch.load(guesser)
                t.load_state_dict({n: v for n, v in learned.items() if n.split('.')[0] in kept}, strict=False)
            learn(t, train, a.teacher_epochs, 2e-3, 100 + k, gold_loss, words=400, show=show)
            torch.save(t.state_dict(), path)
        teachers.append(t.eval())
        if held: print('teachers together:', accuracy(teachers, held, relations), flush=True)
    if not a.out or a.only_teacher is not None: return

    student, w, s = load_student(work, relations) if (work / 'student.pt').exists() else (None, None, None)
    if not student:
        tokens['raw'] = describe(raw)
        raw_rows = Corpus(tokens['raw'], words, syllables)
        start = time.time()
        said = label(teachers, raw_rows)
        print('labelled in %.0f s' % (time.time() - start), flush=True)
        w, s = data.vocabularies(known * 4 + tokens['raw'], 8, 8)
        print(len(w), 'words,', len(s), 'syllables in the student', flush=True)
    treebank = Corpus(tokens['gold'], w, s, gold, relations)
    annotated = treebank + Corpus(tokens['more'], w, s, more, relations, a.more_weight) if more else treebank
    held = Corpus(tokens['test'], w, s, test, relations) if test else None
    show = (lambda n: accuracy([n], held, relations)) if held else None
    if not student:
        student_raw = Corpus(tokens['raw'], w, s)
        for r, x in zip(student_raw.rows, said): r.update(x)
        torch.manual_seed(1)
        student = Student(len(w), len(s), len(data.UPOS), len(relations))
        # Gold sentences join as one-hot targets, each several times a pass, so that both kinds are learned together.
        both = Corpus.__new__(Corpus)
        share = max(1, len(raw) // (6 * len(annotated.rows)))
        both.rows = student_raw.rows + [as_soft(r) for r in annotated.rows] * share
        learn(student, both, a.epochs, 3e-3, 1, soft_loss, words=1000, show=show)
        learn(student, annotated, 2, 3e-4, 2, gold_loss, words=1000, show=show)
        torch.save(dict(state=student.state_dict(), words=w.hashes, syllables=s.hashes), work / 'student.pt')
    torch.manual_seed(2)
    if held: print('tags once more from the treebank alone:', accuracy([with_tags(student, treebank, a)], held, relations), flush=True)
    shown = treebank
    if a.also:
        also = [x for f in a.also for x in data.read_conllu(f)]
        also = Corpus(describe(forms(also)), w, s, also, relations)
        learn(student, annotated + also, a.also_epochs, a.also_rate, 3, gold_loss, words=1000)
        shown = Corpus.__new__(Corpus)
        shown.rows = treebank.rows + also.rows * a.also_share
    export.write(with_tags(student, treebank, a), with_tags(student, shown, a).tag, w, s, a.out)

if __name__ == '__main__': main()
