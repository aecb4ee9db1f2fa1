package dev.lamina.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;

/** The results for programs. */
public final class Json {

  private Json() {}

  /** An array with an object for each result; no text in it needs escapes. */
  public static String of(List<Result> results) {
    return results.stream()
        .map(Json::object)
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private static String object(Result result) {
    return "{\"work\": \"%s\", \"system\": \"%s\", \"median\": %s, \"min\": %s, \"max\": %s, \"unit\": \"%s\"}"
        .formatted(
            result.work().id(),
            result.system(),
            result.spread().median(),
            result.spread().min(),
            result.spread().max(),
            result.work().kind().unit().symbol());
  }
}
