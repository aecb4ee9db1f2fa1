package dev.lamina.search.table;

import dev.lamina.dsl.search.Param;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A table as JSON; numbers and flags are written as such, other choices as text, and so are seeds,
 * which have more digits than some readers keep.
 */
record TableJson(TrialTable table) {

  String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("study", table.study());
      json.writeArrayPropertyStart("trials");
      table.rows().forEach(row -> write(row, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private void write(TrialRow row, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("number", row.number());
    json.writeStringProperty("state", row.state());
    json.writeStringProperty("outcome", row.outcome());
    json.writeObjectPropertyStart("values");
    for (int each = 0; each < row.values().size(); each++) {
      json.writeNumberProperty(table.objectives().get(each), row.values().get(each));
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("params");
    table.params().forEach(param -> write(param, row, json));
    json.writeEndObject();
    json.writeObjectPropertyStart("reports");
    row.trial()
        .reports()
        .forEach((step, value) -> json.writeNumberProperty(String.valueOf(step), value));
    json.writeEndObject();
    row.seconds().ifPresent(seconds -> json.writeNumberProperty("seconds", seconds));
    json.writeNumberProperty("epochs", row.trial().reports().size());
    json.writeStringProperty("seed", String.valueOf(row.seed()));
    json.writeEndObject();
  }

  private static void write(Param<?> param, TrialRow row, JsonGenerator json) {
    row.choice(param)
        .ifPresent(
            value -> {
              if (value instanceof Integer || value instanceof Long) {
                json.writeNumberProperty(param.name(), ((Number) value).longValue());
              } else if (value instanceof Float single) {
                json.writeNumberProperty(param.name(), single);
              } else if (value instanceof Double real) {
                json.writeNumberProperty(param.name(), real);
              } else if (value instanceof Boolean flag) {
                json.writeBooleanProperty(param.name(), flag);
              } else {
                json.writeStringProperty(param.name(), row.text(param).orElseThrow());
              }
            });
  }
}
