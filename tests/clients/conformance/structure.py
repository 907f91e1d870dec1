"""Compares the table with the model: routes, members, where they travel, what constrains them, and declared errors."""
from tables import REVIEWED, shared_operations, version

# Kinds of the table, and what the model calls them.
KINDS = {
    "boolean": {"boolean"},
    "integer": {"integer", "long"},
    "double": {"double", "float"},
    "string": {"string", "blob"},
    "time": {"timestamp"},
    "enum": {"string"},
    "list": {"list"},
    "map": {"map"},
    "structure": {"structure"},
}
PLACES = {"uri": "uri", "query": "querystring", "header": "header", "body": None, "payload": "payload"}


# Where a member travels; one that is the whole body is named by its structure.
def place_of(shape, name):
    return "payload" if shape.serialization.get("payload") == name else shape.members[name].serialization.get("location")


# Matches every text, which the table says by having no pattern.
ANYTHING = "[\\s\\S]*"


class Comparison:
    def __init__(self, table, model):
        self.table = table
        self.model = model
        self.differences = {}  # place -> (what the model says, what the table says, operations)
        self.places = set()  # everything that was compared
        self.skipped = {}  # what this model does not know, and why
        self.operation = None
        self.seen = set()

    def compare(self, place, of_model, of_table):
        self.places.add(place)
        if of_model != of_table:
            row = self.differences.setdefault(place, (of_model, of_table, []))
            row[2].append(self.operation)

    # A member or enumerator that one side lacks. Models of other versions may know less, or more.
    def lacks(self, place, by_model):
        if by_model and version() < REVIEWED:
            self.skipped[place] = "this botocore is older than the table and does not know it"
        elif not by_model and version() > REVIEWED:
            self.skipped[place] = "this botocore is newer than the table"
        else:
            self.compare(place, None if by_model else "known", "known" if by_model else None)

    def names(self, place, of_model, of_table):
        for name in sorted(set(of_table) - set(of_model)):
            self.lacks(place + "." + name, by_model=True)
        for name in sorted(set(of_model) - set(of_table)):
            self.lacks(place + "." + name, by_model=False)
        shared = [name for name in of_model if name in set(of_table)]
        self.places.update(place + "." + name for name in shared)
        return shared

    def constraints(self, place, shape, rule, type_):
        for limit in ("min", "max"):
            self.compare(place + "." + limit, shape.metadata.get(limit), rule.get(limit))
        values = rule.get("values")
        if type_["kind"] == "enum":
            values = self.table.shapes[type_["name"]]["values"]
        if values is not None or shape.metadata.get("enum"):
            self.names(place + ".enum", shape.metadata.get("enum") or [], values or [])
        else:
            pattern = shape.metadata.get("pattern")
            self.compare(place + ".pattern", None if pattern == ANYTHING else pattern, rule.get("pattern"))

    # `rule` holds the limits that the table sets for this value. Answers are not constrained by the table: there only
    # the kinds must agree.
    def value(self, place, shape, type_, rule, is_input):
        kind = type_["kind"]
        kinds = KINDS.get(kind, set())
        self.compare(place + ".type", shape.type_name, shape.type_name if shape.type_name in kinds else kind)
        if shape.type_name not in kinds:
            return
        if is_input:
            self.constraints(place, shape, rule, type_)
        elif kind == "enum":
            self.names(place + ".enum", shape.enum or [], self.table.shapes[type_["name"]]["values"])
        if kind == "list":
            self.value(place + "[]", shape.member, type_["element"], rule.get("elementRule", {}), is_input)
        elif kind == "map":
            if is_input:
                self.constraints(place + ".key", shape.key, rule.get("keyRule", {}), {"kind": "string"})
            self.value(place + "{}", shape.value, type_["element"], rule.get("elementRule", {}), is_input)
        elif kind == "structure":
            self.structure(shape, type_["name"], is_input)

    def structure(self, shape, table_name, is_input):
        if (shape.name, table_name, is_input) in self.seen:
            return
        self.seen.add((shape.name, table_name, is_input))
        members = self.table.members(table_name)
        for name in self.names(shape.name, shape.members, members):
            place = shape.name + "." + name
            member, described = shape.members[name], members[name]
            location = place_of(shape, name)
            self.compare(place + ".location", location, PLACES[described["in"]])
            if location not in (None, "payload"):
                self.compare(place + ".locationName", member.serialization.get("name", name),
                             described.get("wireName", name))
            if is_input:
                self.compare(place + ".required", name in shape.required_members, described.get("required", False))
                self.compare(place + ".idempotencyToken", bool(member.metadata.get("idempotencyToken")),
                             described.get("idempotencyToken", False))
            self.value(place, member, described["type"], described, is_input)

    def errors(self, place, operation, declared):
        known = {shape.name for shape in operation.error_shapes}
        self.names(place, sorted(known), declared)
        for shape in operation.error_shapes:
            status = shape.metadata.get("error", {}).get("httpStatusCode")
            self.compare(shape.name + ".status", status, self.table.statuses.get(shape.name))

    def one(self, name):
        self.operation = name
        row, operation = self.table.operations[name], self.model.operation_model(name)
        self.compare(name + ".method", operation.http["method"], row["method"])
        self.compare(name + ".uri", operation.http["requestUri"], row["uri"])
        if operation.input_shape is not None:
            self.structure(operation.input_shape, row["input"], is_input=True)
        else:
            self.compare(name + ".input", [], sorted(self.table.members(row["input"])))
        if operation.output_shape is not None:
            self.structure(operation.output_shape, row["output"], is_input=False)
        else:
            self.compare(name + ".output", [], sorted(self.table.members(row["output"])))
        self.errors(name + ".errors", operation, row["errors"])


def compared(table, model):
    comparison = Comparison(table, model)
    for name in table.operations:
        if name not in model.operation_names:
            comparison.lacks("operation." + name, by_model=True)
    for name in shared_operations(table, model):
        comparison.one(name)
    return comparison
