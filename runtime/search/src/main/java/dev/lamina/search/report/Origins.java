package dev.lamina.search.report;

import dev.lamina.search.trial.TrialFingerprint;
import dev.lamina.training.listener.report.Html;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it takes to get the same trials again. */
record Origins(ReportContent content) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  Html html() {
    Map<String, String> origins = new LinkedHashMap<>();
    content.trials().stream()
        .map(each -> each.record().started())
        .min(Instant::compareTo)
        .ifPresent(start -> origins.put("started", TIME.format(start)));
    origins.putAll(content.study().settings());
    origins.put("fingerprint of all trials", fingerprint());
    origins.put("system", system());
    Html rows = Html.nothing();
    for (Map.Entry<String, String> each : origins.entrySet()) {
      rows = rows.and(Html.element("dt", each.getKey())).and(Html.element("dd", each.getValue()));
    }
    Html list = Html.element("dl", rows, "class", "card origins", "id", "provenance");
    Html plan =
        Html.element("pre", lines(content.plan()), "class", "card", "tabindex", "0", "id", "plan");
    return Html.element("section", Html.element("h2", "Where it comes from").and(plan).and(list));
  }

  private String fingerprint() {
    return TrialFingerprint.of(content.trials().stream().map(ReportTrial::record).toList());
  }

  private static String system() {
    return "Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  /** One option of the plan on each line. */
  private static String lines(String plan) {
    StringBuilder lines = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plan.length(); i++) {
      char letter = plan.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      lines.append(letter == '.' && depth == 0 ? "\n    ." : String.valueOf(letter));
    }
    return lines.toString();
  }
}
