"""The golden cases of tests/api as requests, and as reasons why a request may be refused."""
import glob
import json
import os
import re

from tables import HERE, read_data

FOLDER = os.path.join(HERE, "..", "..", "api")


class Golden:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            case = json.load(file)
        self.operation = os.path.basename(os.path.dirname(path))
        self.name = os.path.basename(path)[: -len(".json")]
        self.setup = case.get("setup", [])
        self.params = case.get("input")
        expect = case.get("expect", {})  # without one, the native suite says how to get it
        self.error = expect.get("error")
        self.message = expect["body"]["message"] if self.error else ""


def read_goldens():
    return [Golden(path) for path in sorted(glob.glob(os.path.join(FOLDER, "*", "*.json")))]


# A sentence without the names and numbers in it. Handlers share their refusals, so a case of one operation shows the
# sentence of all that use it.
def template(message):
    message = re.sub(r"'[^']*'", "'_'", message)
    message = re.sub(r"\b(\w+) is not a token of \w+", r"\1 is not a token of _", message)
    message = re.sub(r"\d[\d,]*", "0", message)
    return re.sub(r"(?<=\b0 )(\w+ )?(\w+?)s\b", r"\1\2", message)


def is_shape_rule(message):
    return "validation error" in message


class Reasons:
    # `declared` holds the errors of each operation that takes part.
    def __init__(self, goldens, declared):
        self.rows = read_data("outcomes.json")
        self.declared = declared
        self.used = set()
        self.told = set()
        self.pinned = {(case.error, template(case.message)) for case in goldens if case.error}

    # Whether the refusal has a reason, or is like one that was told already.
    def explain(self, operation, answer):
        message = answer.message()
        if is_shape_rule(message):
            return False
        sentence = (operation, answer.error, template(message))
        if sentence in self.told:
            return True
        fits = {i for i, row in enumerate(self.rows) if operation in row.get("operations", [operation]) and
                row["error"] == answer.error and row.get("about", "") in message}
        self.used |= fits
        explained = bool(fits) or sentence[1:] in self.pinned
        if not explained:
            self.told.add(sentence)
        return explained

    def stale(self):
        for i, row in enumerate(self.rows):
            known = [name for name in row.get("operations", self.declared)
                     if row["error"] in self.declared.get(name, ())]
            problems = []
            if known and i not in self.used:
                problems.append("the row is stale: no request was refused so")
            if len(row["reason"]) < 20:
                problems.append("the row gives no reason")
            yield (row["error"] + " " + row.get("about", "")).strip(), problems
