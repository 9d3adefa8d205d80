"""The two networks: a large teacher, and the small student that ships (core/syntax/encoder.h, parser.h)."""
import torch, torch.nn as nn, torch.nn.functional as F

FARTHEST = 32                                  # distances beyond count alike (core/syntax/parser.cpp)

def distances(n):
    i = torch.arange(n)
    return (i[None, :] - i[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST

def drop_words(x, p, training):
    """drops a share of the positions of a batch x n x width input, each as a whole"""
    return x * (torch.rand(x.shape[:2], device=x.device) > p)[..., None] if training else x

class Teacher(nn.Module):
    """Embeddings, a bidirectional LSTM, a biaffine scorer (Dozat and Manning 2017)."""
    def __init__(self, vectors, syllable_vectors, clusters, tags, relations, width=150, arc=128, label=64):
        super().__init__()
        self.pretrained = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.pretrained_syllable = nn.Embedding.from_pretrained(syllable_vectors, freeze=True)
        w, s = 96, 48
        self.project, self.project_syllable = nn.Linear(vectors.shape[1], w, bias=False), nn.Linear(vectors.shape[1], s, bias=False)
        self.word, self.syllable = nn.Embedding(len(vectors), w, padding_idx=0), nn.Embedding(len(syllable_vectors), s)
        for e in (self.word, self.syllable): nn.init.zeros_(e.weight)
        self.cluster = nn.Embedding(clusters, 24)
        self.shape, self.count = nn.Embedding(16, 8), nn.Embedding(8, 4)
        self.first_tag, self.other_tag = nn.Embedding(16, 16), nn.Embedding(16, 16)
        self.lstm = nn.LSTM(w + 2 * s + 24 + 12 + 32, width, 2, batch_first=True, bidirectional=True, dropout=0.33)
        w = 2 * width
        self.tag = nn.Sequential(nn.Dropout(0.33), nn.Linear(w, 100), nn.ReLU(), nn.Dropout(0.33), nn.Linear(100, tags))
        mlp = lambda k: nn.Sequential(nn.Dropout(0.33), nn.Linear(w, k), nn.ReLU(), nn.Dropout(0.33))
        self.dependent, self.head, self.label_dependent, self.label_head = mlp(arc), mlp(arc), mlp(label), mlp(label)
        self.guess = nn.Linear(w, clusters)
        self.root = nn.Parameter(torch.randn(w) * 0.1)
        self.bilinear = nn.Parameter(torch.zeros(arc, arc))
        self.head_bias = nn.Linear(arc, 1)
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1))
        self.label = nn.Parameter(torch.randn(relations, label + 1, label + 1) * 0.02)

    def encode(self, b, shown=None):
        words = b['word']
        if self.training: words = words * (torch.rand(words.shape) > 0.25)
        of_syllable = lambda i: self.project_syllable(self.pretrained_syllable(i)) + self.syllable(i)
        x = torch.cat([self.project(self.pretrained(b['word'])) + self.word(words), of_syllable(b['first']), of_syllable(b['last'])], -1)
        x = F.dropout(drop_words(x, 0.1, self.training), 0.25, self.training)
        more = torch.cat([self.cluster(b['cluster']), self.shape(b['shape']), self.count(b['count']),
                          self.first_tag(b['tags'] & 15), self.other_tag(b['tags'] >> 4)], -1)
        more = F.dropout(drop_words(more, 0.1, self.training), 0.25, self.training)
        x = torch.cat([x, more], -1)
        if shown is not None: x = x * shown[..., None]
        packed = nn.utils.rnn.pack_padded_sequence(x, b['length'], batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return torch.cat([self.root.expand(len(h), 1, -1), h], 1)

    def guess_classes(self, b, hidden):
        """scores of the word class of each hidden word (batch x n, true where it is to be guessed from the others)"""
        return self.guess(self.encode(b, ~hidden)[:, 1:][hidden])

    def forward(self, b):
        """scores: tags batch x n x tags, arcs batch x n x (1 + n), and what label_scores() needs"""
        h = self.encode(b)
        heads, dependents = self.head(h), self.dependent(h[:, 1:])
        arcs = dependents @ self.bilinear @ heads.transpose(1, 2) + self.head_bias(heads).transpose(1, 2)
        d = self.distance[distances(h.shape[1] - 1)]
        arcs = arcs + torch.cat([torch.zeros(len(d), 1), d], 1)
        return self.tag(h[:, 1:]), arcs, (self.label_dependent(h[:, 1:]), self.label_head(h))

    def label_scores(self, state, heads):
        d, h = state
        one = torch.ones(*d.shape[:2], 1)
        h = torch.gather(h, 1, heads[..., None].expand(-1, -1, h.shape[2]))
        d, h = torch.cat([d, one], -1), torch.cat([h, one], -1)
        b, n, k = d.shape
        r = len(self.label)
        left = (d.reshape(-1, k) @ self.label.permute(1, 0, 2).reshape(k, -1)).reshape(b, n, r, k)
        return (left * h[:, :, None]).sum(-1)

# --- the student, with the run time's fixed point in sight ---------------------------------------------------------

LIMIT = 16000 / 2048

def rounded(x, step, low, high):
    """x rounded to multiples of step within [low, high] going forward, as it is going back"""
    return x + ((x / step).round().mul(step).clamp(low, high) - x).detach()

def embedding_values(w):
    return rounded(w, 1 / 8, -1, 7 / 8)

def weight_shift(w):
    top = float(w.detach().abs().max())
    shift = 7
    while shift < 12 and top * 2 ** (shift + 1) <= 127: shift += 1
    while shift > 1 and top * 2 ** shift > 127: shift -= 1
    return shift

def weight_values(w):
    s = 2 ** weight_shift(w)
    return rounded(w, 1 / s, -127 / s, 127 / s)

class Affine(nn.Linear):
    def forward(self, x):
        return F.linear(x, weight_values(self.weight), self.bias).clamp(-LIMIT, LIMIT)

@torch.jit.script
def scan(z, f, reverse: bool):
    c = torch.zeros_like(z[:, 0])
    out = []
    n = z.shape[1]
    for i in range(n):
        t = n - 1 - i if reverse else i
        c = f[:, t] * c + (1 - f[:, t]) * z[:, t]
        out.append(c)
    if reverse: out = out[::-1]
    return torch.stack(out, 1)

class Student(nn.Module):
    """As core/syntax/parser.cpp computes it."""
    def __init__(self, words, syllables, tags, relations, word_width=48, syllable_width=24, direction=64, layers=2, arc=64, label=64):
        super().__init__()
        self.sizes = dict(word_width=word_width, syllable_width=syllable_width, direction=direction, layers=layers, arc=arc, label=label)
        self.word, self.syllable = nn.Embedding(words, word_width), nn.Embedding(syllables, syllable_width)
        nn.init.normal_(self.word.weight, 0, 0.3); nn.init.normal_(self.syllable.weight, 0, 0.3)
        w = 2 * direction
        self.shape, self.count = nn.Embedding(8, w), nn.Embedding(4, w)
        self.first_tag, self.other_tag = nn.Embedding(16, w), nn.Embedding(16, w)
        for e in (self.shape, self.count, self.first_tag, self.other_tag): nn.init.normal_(e.weight, 0, 0.1)
        self.input = Affine(word_width + 2 * syllable_width, w)
        self.layers = nn.ModuleList(Affine(w, 3 * w) for _ in range(layers))
        for l in self.layers: nn.init.constant_(l.bias[w:2 * w], 0.5)
        self.dependent, self.head = Affine(w, arc), Affine(w, arc)
        self.bilinear = Affine(arc, arc)
        self.label_dependent, self.label_head, self.label = Affine(w, label), Affine(w, label), Affine(label, relations)
        self.tag = Affine(w + self.input.in_features, tags)
        self.root, self.label_root = nn.Parameter(torch.zeros(arc)), nn.Parameter(torch.zeros(label))
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1))
        self.dropout = 0.1

    def forward(self, b):
        word, first, last = b['word'], b['first'], b['last']
        if self.training:
            keep = torch.rand(word.shape)
            special = word < 3
            word = torch.where((keep > 0.1) | special, word, torch.zeros_like(word))
        e = lambda table, i: embedding_values(table.weight)[i]
        x = torch.cat([e(self.word, word), e(self.syllable, first), e(self.syllable, last)], -1)
        alone = x = F.dropout(x, self.dropout, self.training)
        x = self.input(x) + self.shape(b['shape']) + self.count((b['count'].clamp(1, 4) - 1))
        x = (x + self.first_tag(b['tags'] & 15) + self.other_tag(b['tags'] >> 4)).clamp(-LIMIT, LIMIT)
        mask = (torch.arange(word.shape[1])[None] < b['length'][:, None]).float()[..., None]
        w = x.shape[2]
        for layer in self.layers:
            g = layer(F.dropout(x, self.dropout, self.training))
            z, f, r = g[..., :w], torch.sigmoid(g[..., w:2 * w]), torch.sigmoid(g[..., 2 * w:])
            z, f = z * mask, f * mask                # so that padding leaves the backward state at zero
            h = w // 2
            c = torch.cat([scan(z[..., :h], f[..., :h], False), scan(z[..., h:], f[..., h:], True)], -1)
            x = r * c + (1 - r) * x
        x = F.dropout(x, self.dropout, self.training)
        q = self.bilinear(F.relu(self.dependent(x))).clamp(-LIMIT, LIMIT)
        k = F.relu(self.head(x)).clamp(-LIMIT, LIMIT)
        arcs = q @ k.transpose(1, 2) + self.distance[distances(x.shape[1])]
        arcs = torch.cat([(q @ self.root)[..., None], arcs], -1)
        return self.tag(torch.cat([x, alone], -1)), arcs, (self.label_dependent(x), self.label_head(x))

    def label_scores(self, state, heads):
        d, h = state
        h = torch.cat([self.label_root.expand(len(h), 1, -1), h], 1)
        h = torch.gather(h, 1, heads[..., None].expand(-1, -1, h.shape[2]))
        return self.label(F.relu((d + h).clamp(max=LIMIT)))
