// An energy supplier: gateways and meters at two sites, the quarantine group that the documented
// samples name, and a third gateway that comes in half a minute, so that there is something to wait
// for.
#include "demo.h"

namespace picket::ui {

std::vector<Call> demo_calls() {
    return {
        {"CreateThingGroup",
         R"({"thingGroupName":"Fleet","thingGroupProperties":{"thingGroupDescription":"Every device in the field"}})"},
        {"CreateThingGroup", R"({"thingGroupName":"Gateways","parentGroupName":"Fleet"})"},
        {"CreateThingGroup", R"({"thingGroupName":"Meters","parentGroupName":"Fleet"})"},
        {"CreateThingGroup",
         R"({"thingGroupName":"ThingGroupForDetectMitigationAction","thingGroupProperties":{"thingGroupDescription":"Quarantine: devices that violate a profile are moved here"}})"},
        {"CreateThing",
         R"({"thingName":"gateway-north","attributePayload":{"attributes":{"site":"north","firmware":"2.4.1"}}})"},
        {"CreateThing",
         R"({"thingName":"gateway-south","attributePayload":{"attributes":{"site":"south","firmware":"2.3.9"}}})"},
        {"AddThingToThingGroup", R"({"thingGroupName":"Gateways","thingName":"gateway-north"})"},
        {"AddThingToThingGroup", R"({"thingGroupName":"Gateways","thingName":"gateway-south"})"},
        {"ScheduleCall",
         R"({"operation":"CreateThing","inSeconds":30,"body":{"thingName":"gateway-west","attributePayload":{"attributes":{"site":"west","firmware":"2.4.1"}}}})"},
        {"ScheduleCall",
         R"({"operation":"AddThingToThingGroup","inSeconds":90,"body":{"thingGroupName":"Gateways","thingName":"gateway-west"}})"},
        {"PopulateFleet", R"({"namePrefix":"meter-","count":48,"groupName":"Meters"})"},
    };
}

}  // namespace picket::ui
