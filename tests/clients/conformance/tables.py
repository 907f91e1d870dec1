"""What both sides say: the operation table as `picket describe --format=json` prints it, and botocore's model."""
import json
import os

import botocore
import botocore.session

HERE = os.path.dirname(os.path.abspath(__file__))

# The model that the rows of deviations.json were reviewed against. A later one may know more than the table, an earlier
# one less; both are then said to be skipped and not to be wrong.
REVIEWED = (1, 43)


def version():
    return tuple(int(part) for part in botocore.__version__.split(".")[:2])


def service_model():
    return botocore.session.get_session().get_service_model("iot")


def read_data(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return json.load(file)


class Table:
    """Operations and shapes of `describe`, by name; only those of the service, not Picket's own verbs."""

    def __init__(self, told):
        self.shapes = {shape["name"]: shape for shape in told["shapes"]}
        self.operations = {row["name"]: row for row in told["operations"] if row["service"] == "iot"}
        self.statuses = {row["name"]: row["status"] for row in told["errors"]}

    def members(self, shape_name):
        return {member["name"]: member for member in self.shapes[shape_name]["members"]}


# Every operation that the table and the model both have, in the table's order.
def shared_operations(table, model):
    known = set(model.operation_names)
    return [name for name in table.operations if name in known]
