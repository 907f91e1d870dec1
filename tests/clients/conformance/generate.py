"""Requests made from botocore's model: valid ones that lean to the edges, and ones that break exactly one rule."""
import copy
import re

try:
    from re import _constants as sre, _parser as sre_parse  # Python 3.11 and later
except ImportError:
    import sre_constants as sre
    import sre_parse

# Java's character classes, which Python does not know, as ranges. Letters beyond ASCII stand for all the others.
JAVA_CLASSES = {
    "Graph": "!-~", "Upper": "A-Z", "Digit": "0-9", "L": "A-Za-z\u00e9\u4e2d", "N": "0-9", "Z": " ",
    "Cntrl": "\x00-\x1f\x7f", "C": "\x00-\x1f\x7f",
}
# A character that a class lets through is none of its own; each pattern is broken with the first of these it refuses.
STRANGERS = " !%\u00e9\n\x01"
SOME_TIME = 1_767_225_600
LENGTH_MAX = 4096  # longer texts cost more than they tell
NAMES = ("a", "pump", "plant-2")
ARNS = (
    "arn:aws:iot:us-east-1:123456789012:thing/pump",
    "arn:aws:iot:us-east-1:123456789012:thinggroup/plant-2",
    "arn:aws:iot:us-east-1:123456789012:all/things",
    "arn:aws:iam::123456789012:role/mitigation",
    "arn:aws:sns:us-east-1:123456789012:findings",
)


def python_pattern(java):
    return re.sub(r"\\p\{(\w+)\}", lambda match: JAVA_CLASSES[match.group(1)], java)


def matches(java, text):
    return re.fullmatch(python_pattern(java), text) is not None


# Headers lose the blanks around them, and are left out when nothing else is there.
def sendable(member, value):
    return value.strip() or "x" if member.serialization.get("location") == "header" else value


class Texts:
    """Texts of a wanted length that match a pattern: repetitions share what is left of the length."""

    def __init__(self, random):
        self.random = random

    def of(self, java, length):
        return "".join(self.sequence(sre_parse.parse(python_pattern(java)), length))

    def sequence(self, tokens, length):
        tokens = list(tokens)
        for i, token in enumerate(tokens):
            text = self.token(token, length if i + 1 == len(tokens) or self.stretches(token) else 1)
            length = max(0, length - len(text))
            yield text

    @staticmethod
    def stretches(token):
        return token[0] in (sre.MAX_REPEAT, sre.SUBPATTERN)

    def token(self, token, length):
        kind, argument = token
        if kind is sre.LITERAL:
            return chr(argument)
        if kind is sre.ANY:
            return self.random.choice("abz09-")
        if kind is sre.IN:
            return self.one_of(argument)
        if kind is sre.BRANCH:
            return "".join(self.sequence(self.random.choice(argument[1]), length))
        if kind is sre.SUBPATTERN:
            return "".join(self.sequence(argument[3], length))
        if kind is sre.MAX_REPEAT:
            low, high, inner = argument
            text, count = "", 0
            while count < low or (count < high and len(text) < length):
                text += "".join(self.sequence(inner, 1))
                count += 1
            return text
        if kind is sre.AT:
            return ""
        if kind is sre.CATEGORY:
            return self.category(argument)
        raise ValueError("no text can be made for %r" % (token,))

    def category(self, name):
        return self.random.choice({sre.CATEGORY_DIGIT: "0123456789", sre.CATEGORY_SPACE: " "}.get(name, "aZ09_"))

    def one_of(self, parts):
        if parts[0][0] is sre.NEGATE:
            ranges = [pair for kind, pair in parts[1:] if kind is sre.RANGE]
            fine = [c for c in "aZ09 _-\u00e9" if not any(low <= ord(c) <= high for low, high in ranges)]
            return self.random.choice(fine)
        kind, argument = self.random.choice(parts)
        if kind is sre.RANGE:
            return chr(self.random.choice([argument[0], argument[1], self.random.randint(*argument)]))
        return self.token((kind, argument), 1)


class Generator:
    """`unions` are the structures of which exactly one member may be set: the model does not say, the table does."""

    def __init__(self, random, unions):
        self.random = random
        self.texts = Texts(random)
        self.unions = unions

    def value(self, shape, name="", depth=0):
        return getattr(self, "make_" + shape.type_name)(shape, name, depth)

    def edge(self, low, high):
        return self.random.choice([low, high, self.random.randint(low, high), min(high, low + 1)])

    # The whole of what a shape allows, down to what is worth sending.
    def lengths(self, shape, free_max):
        low = shape.metadata.get("min", 0)
        pattern = shape.metadata.get("pattern")
        if low == 0 and pattern and not matches(pattern, ""):
            low = 1
        return low, max(low, min(shape.metadata.get("max", low + free_max), LENGTH_MAX))

    def make_string(self, shape, name, depth):
        if shape.enum:
            return self.random.choice(shape.enum)
        low, high = self.lengths(shape, 12)
        pattern = shape.metadata.get("pattern")
        likely = ARNS if name.lower().endswith("arn") else NAMES
        text = self.random.choice(likely)
        if self.random.random() < 0.6 and low <= len(text) <= high and (not pattern or matches(pattern, text)):
            return text
        return self.text(shape, self.edge(low, min(high, max(low, 300))))

    def text(self, shape, length):
        pattern = shape.metadata.get("pattern") or "[a-zA-Z0-9 /:_-]*"
        for _ in range(200):
            text = self.texts.of(pattern, length)
            if matches(pattern, text) and len(text) == length:
                return text
        text = self.texts.of(pattern, length)  # patterns of a length of their own
        assert matches(pattern, text), (shape.name, pattern, text)
        return text

    def make_integer(self, shape, name, depth):
        return self.edge(shape.metadata.get("min", 0), shape.metadata.get("max", 1000))

    make_long = make_integer

    def make_double(self, shape, name, depth):
        low, high = shape.metadata.get("min", -1e6), shape.metadata.get("max", 1e6)
        return self.random.choice([float(low), float(high), (low + high) / 3])

    make_float = make_double

    def make_boolean(self, shape, name, depth):
        return self.random.random() < 0.5

    def make_timestamp(self, shape, name, depth):
        return SOME_TIME + self.random.randint(-86_400, 86_400)

    def make_blob(self, shape, name, depth):
        return b"blob"

    def make_list(self, shape, name, depth):
        low, high = self.lengths(shape, 3)
        return [self.value(shape.member, name, depth + 1) for _ in range(self.edge(low, min(high, low + 3)))]

    def make_map(self, shape, name, depth):
        low, high = self.lengths(shape, 3)
        count = self.edge(low, min(high, low + 3))
        return {self.value(shape.key, "", depth + 1): self.value(shape.value, "", depth + 1) for _ in range(count)}

    def make_structure(self, shape, name, depth):
        names = list(shape.members)
        if shape.name in self.unions:
            chosen = [self.random.choice(names)]
        else:
            chosen = [n for n in names if n in shape.required_members or self.wants(n, depth)]
        return {n: sendable(shape.members[n], self.value(shape.members[n], n, depth + 1)) for n in chosen}

    # No text made up here is a token of a list.
    def wants(self, name, depth):
        chance = 0.03 if name in ("nextToken", "marker") else 0.5 if depth < 3 else 0.3
        return self.random.random() < chance

    # A small valid value; what lies on `path` is there whether it is required or not.
    def minimal(self, shape, path=()):
        kind = shape.type_name
        if kind == "structure":
            wanted = set(shape.required_members)
            if path:
                wanted.add(path[0])
            if shape.name in self.unions:
                wanted = {path[0] if path else next(iter(shape.members))}
            return {n: sendable(m, self.minimal(m, path[1:] if path and path[0] == n else ()))
                    for n, m in shape.members.items() if n in wanted}
        if kind == "list":
            count = max(shape.metadata.get("min", 0), 1 if path else 0)
            return [self.minimal(shape.member, path[1:]) for _ in range(count)]
        if kind == "map":
            return {path[0]: self.minimal(shape.value, path[1:])} if path else {}
        if kind == "string" and not shape.enum:
            low, high = self.lengths(shape, 12)
            return self.text(shape, min(max(low, 1), high))
        return self.value(shape)


class Violation:
    def __init__(self, kind, path, request, raw=None):
        self.kind = kind
        self.path = path  # member names, 0 for the first element, keys of maps
        self.request = request  # what the serializer gets
        self.raw = raw  # to be put at the path of what the serializer made; None: nothing


WRONG_TYPES = {
    "string": 7, "integer": "x", "long": "x", "double": "x", "float": "x", "boolean": "x", "timestamp": "x",
    "list": "x", "map": ["x"], "structure": ["x"],
}
ABSENT = object()


def replaced(root, path, value):
    root = copy.deepcopy(root)
    at = root
    for step in path[:-1]:
        at = at[step]
    if value is ABSENT:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return root


class Violations:
    """Every rule of an operation's input, broken once each. What cannot be sent is not made: the label of a path has
    no way to be absent or empty, a structure that is the whole body is sent as {} without a value, and everything in a
    path or a query is text."""

    def __init__(self, generator, root):
        self.generator = generator
        self.root = root
        self.found = []

    def all(self):
        self.structure(self.root, (), ())
        return self.found

    def base(self, path):
        return self.generator.minimal(self.root, path)

    def add(self, kind, path, value):
        self.found.append(Violation(kind, path, replaced(self.base(path), path, value)))

    def structure(self, shape, path, above):
        if shape.name in above:
            return
        for name, member in shape.members.items():
            here = path + (name,)
            place = member.serialization.get("location") if not path else None
            whole_body = shape.serialization.get("payload") == name
            if name in shape.required_members and place != "uri" and not whole_body:
                self.add("required", here, ABSENT)
            self.value(member, here, place, above + (shape.name,))

    def value(self, shape, path, place, above):
        kind = shape.type_name
        if not (place and kind == "string") and kind in WRONG_TYPES:
            self.found.append(Violation("type", path, self.base(path), raw=WRONG_TYPES[kind]))
        if kind == "string":
            self.text(shape, path, place)
        elif kind in ("integer", "long", "double", "float"):
            self.number(shape, path)
        elif kind == "list":
            self.count(shape, path, lambda n: [self.generator.minimal(shape.member)] * n)
            self.value(shape.member, path + (0,), place, above)
        elif kind == "map":
            self.count(shape, path, lambda n: {self.generator.minimal(shape.key) + str(i): self.generator.minimal(
                shape.value) for i in range(n)})
            self.keys(shape, path)
            self.value(shape.value, path + (self.generator.minimal(shape.key),), place, above)
        elif kind == "structure":
            self.structure(shape, path, above)

    def number(self, shape, path):
        if "min" in shape.metadata:
            self.add("min", path, shape.metadata["min"] - 1)
        if "max" in shape.metadata:
            self.add("max", path, shape.metadata["max"] + 1)

    def bad_texts(self, shape, place):
        if shape.enum:
            return [("enum", "NOT-ONE-OF-THEM")]
        bad = []
        low, high = shape.metadata.get("min", 0), shape.metadata.get("max")
        pattern = shape.metadata.get("pattern")
        if low > (1 if place == "uri" else 0):
            bad.append(("min", self.generator.text(shape, low - 1) if low > 1 else ""))
        if high is not None and high < (LENGTH_MAX if place else 500_000):
            bad.append(("max", self.generator.text(shape, high + 1)))
        if pattern:
            good = self.generator.minimal(shape)
            broken = [good[:-1] + c for c in STRANGERS if not matches(pattern, good[:-1] + c)]
            bad += [("pattern", text) for text in broken[:1]]
        return bad

    def text(self, shape, path, place):
        for kind, text in self.bad_texts(shape, place):
            self.add(kind, path, text)

    def count(self, shape, path, make):
        low, high = shape.metadata.get("min", 0), shape.metadata.get("max")
        if low > 0:
            self.add("min", path, make(low - 1))
        if high is not None and high <= 3000:
            self.add("max", path, make(high + 1))

    def keys(self, shape, path):
        for kind, text in self.bad_texts(shape.key, None):
            if text == "":
                continue
            request = replaced(self.base(path), path, {text: self.generator.minimal(shape.value)})
            self.found.append(Violation(kind, path + (text,), request))
