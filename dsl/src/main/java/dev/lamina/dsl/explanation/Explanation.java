package dev.lamina.dsl.explanation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings by section, printed as one table for each.
 *
 * @param title what is explained
 * @param sections its parts
 */
public record Explanation(String title, List<Section> sections) {

  private static final Setting HEAD = new Setting("setting", "value", Setting.Origin.YOU, "DL4J");
  private static final String SET_BY = "set by";

  /** Copies the list. */
  public Explanation {
    sections = List.copyOf(sections);
  }

  /**
   * A part of what is explained.
   *
   * @param title what it is
   * @param settings its values
   */
  public record Section(String title, List<Setting> settings) {

    /** Copies the list. */
    public Section {
      settings = List.copyOf(settings);
    }
  }

  @Override
  public String toString() {
    return sections.stream()
        .map(this::table)
        .collect(Collectors.joining(System.lineSeparator(), title + System.lineSeparator(), ""))
        .stripTrailing();
  }

  private String table(Section section) {
    Stream<String> rows = section.settings().stream().map(each -> row(each, each.origin() + ""));
    return Stream.of(Stream.of("  " + section.title(), row(HEAD, SET_BY)), rows)
        .flatMap(lines -> lines)
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
  }

  private String row(Setting setting, String origin) {
    String format =
        "    %-" + width(Setting::name) + "s  %-" + width(Setting::value) + "s  %-7s  %s";
    return format
        .formatted(setting.name(), setting.value(), origin, setting.dl4j())
        .stripTrailing();
  }

  /** As wide as the widest of all sections, so that their columns stand under one another. */
  private int width(Function<Setting, String> column) {
    return Stream.concat(
            Stream.of(HEAD), sections.stream().flatMap(section -> section.settings().stream()))
        .mapToInt(setting -> column.apply(setting).length())
        .max()
        .orElse(1);
  }
}
