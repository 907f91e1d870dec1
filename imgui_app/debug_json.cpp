// Flat objects, written by hand: names here are for tools, not for the wire.
#include "debug_json.h"

namespace picket::ui {
namespace {

class Writer {
public:
    void text(const char* name, const std::string& value) { raw(name, to_json(value)); }
    void number(const char* name, double value) { raw(name, to_json(value)); }
    void boolean(const char* name, bool value) { raw(name, value ? "true" : "false"); }
    void raw(const char* name, const std::string& value) {
        out_ += (out_.empty() ? "{\"" : ",\"") + std::string(name) + "\":" + value;
    }
    std::string done() { return out_ + "}"; }

private:
    std::string out_;
};

}  // namespace

std::string state_json(App& app) {
    const UiState& ui = app.ui();
    const World& world = app.engine().world();
    const Document& document = ui.request.payload.document;
    Writer out;
    out.text("now", to_iso(world.now));
    out.text("worldHash", world_hash(world));
    out.number("things", static_cast<double>(world.things.size()));
    out.number("thingGroups", static_cast<double>(world.thing_groups.size()));
    out.number("alarms", static_cast<double>(world.active_violations.size()));
    out.number("attacks", static_cast<double>(world.attacks.size()));
    out.number("mitigationActions", static_cast<double>(world.mitigation_actions.size()));
    out.number("entriesAhead", static_cast<double>(app.engine().entries_ahead()));
    out.text("operation",
             ui.request.operation != nullptr ? std::string(ui.request.operation->name) : "");
    out.text("payload", document.text());
    out.number("selectionBegin",
               static_cast<double>(document.to_utf16(document.selection().begin)));
    out.number("selectionEnd", static_cast<double>(document.to_utf16(document.selection().end)));
    out.number("preeditBytes", static_cast<double>(ui.request.payload.preedit.end -
                                                   ui.request.payload.preedit.begin));
    out.boolean("editorFocused", ui.request.payload.focused);
    out.number("findings", static_cast<double>(ui.request.analysis.findings.size()));
    out.boolean("completing", ui.request.completion.open);
    out.number("matches", static_cast<double>(ui.request.find.matches.size()));
    out.boolean("form", ui.request.form.open);
    out.number("calls", static_cast<double>(ui.history.total));
    out.boolean("responded", ui.response.present);
    out.text("responseOperation", ui.response.shown.operation);
    out.number("status", ui.response.shown.status);
    out.boolean("dryRun", ui.response.shown.dry_run);
    out.text("error", ui.response.shown.error
                          ? std::string(error_info(ui.response.shown.error->code).name)
                          : "");
    out.number("errorLine", ui.response.shown.error ? ui.response.shown.error->line : 0);
    out.number("errorColumn", ui.response.shown.error ? ui.response.shown.error->column : 0);
    out.number("changes", static_cast<double>(ui.response.shown.changes.size()));
    out.text("body", ui.response.body.document.text());
    out.text("search", ui.request.search);
    out.text("section", ui.world.section);
    out.text("item", ui.world.item.key);
    out.text("theme", std::string(theme_name(ui.theme)));
    out.number("zoom", static_cast<double>(ui.zoom));
    out.text("branch", ui.branch);
    out.number("importStep", static_cast<double>(ui.importing.step));
    out.number("importRead", ui.importing.read);
    out.number("recordings", static_cast<double>(world.recordings.size()));
    out.boolean("working", app.work_wanted());
    out.boolean("playing", ui.clock.playing);
    out.boolean("dark", ui.dark());
    return out.done();
}

std::string widgets_json(const Probe& probe) {
    std::string all = "[";
    for (const ProbeItem& item : probe.items) {
        Writer out;
        out.text("scope", item.scope);
        out.text("label", item.label);
        out.text("text", item.text.substr(0, 4000));
        out.number("left", item.left);
        out.number("top", item.top);
        out.number("right", item.right);
        out.number("bottom", item.bottom);
        out.boolean("enabled", item.enabled);
        all += (all.size() > 1 ? "," : "") + out.done();
    }
    return all + "]";
}

}  // namespace picket::ui
