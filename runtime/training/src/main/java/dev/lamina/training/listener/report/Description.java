package dev.lamina.training.listener.report;

import dev.lamina.training.model.Provenance;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was trained, how, and where.
 *
 * @param content what the report is about
 */
record Description(ReportContent content) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  Html network() {
    String explained = content.network().explain(content.plan());
    Html parts =
        Html.element("h2", "Network and plan")
            .and(code(content.network().summary(), "summary"))
            .and(code(lines(content.plan().toString()), "plan"))
            .and(
                Html.element(
                    "details",
                    Html.element("summary", "Every setting, defaults included")
                        .and(code(explained, "explanation")),
                    "class",
                    "card"));
    return Html.element("section", parts);
  }

  Html provenance() {
    Html rows = Html.nothing();
    for (Map.Entry<String, String> each : origins().entrySet()) {
      rows = rows.and(Html.element("dt", each.getKey())).and(Html.element("dd", each.getValue()));
    }
    Html list = Html.element("dl", rows, "class", "card origins", "id", "provenance");
    return Html.element("section", Html.element("h2", "Where it comes from").and(list));
  }

  private Map<String, String> origins() {
    Provenance from = content.provenance();
    Map<String, String> origins = new LinkedHashMap<>();
    content.started().ifPresent(start -> origins.put("started", TIME.format(start)));
    origins.put("ended because", content.status().sentence());
    content.samples().ifPresent(samples -> origins.put("data", samples));
    origins.put("seed", String.valueOf(from.seed()));
    from.threads().ifPresent(threads -> origins.put("native threads", "at most " + threads));
    origins.put("backend", from.backend());
    origins.put("Lamina", from.lamina().orElse("not from a jar"));
    origins.put("DeepLearning4J", from.dl4j().orElse("not known"));
    origins.put("Java", from.java());
    origins.put("system", from.system());
    return origins;
  }

  private static Html code(String text, String name) {
    return Html.element("pre", text, "class", "card", "tabindex", "0", "id", name);
  }

  /** One option of the plan on each line. */
  private static String lines(String plan) {
    StringBuilder lines = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plan.length(); i++) {
      char letter = plan.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      boolean option = letter == '.' && depth == 0;
      lines.append(option ? "\n    ." : String.valueOf(letter));
    }
    return lines.toString();
  }
}
