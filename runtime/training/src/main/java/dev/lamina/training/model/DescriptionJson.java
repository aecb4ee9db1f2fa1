package dev.lamina.training.model;

import dev.lamina.dsl.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Descriptions as JSON text, and back.
 *
 * <p>A record is an object with its components in their order; a member of a sealed family says
 * first which one it {@code is}. Equal descriptions give equal text, on every machine. Reading takes
 * nothing but what writing gives: what is missing, unknown or of another type is refused, and only
 * records and constants that the type to read can hold are ever made, by their own constructors.
 */
final class DescriptionJson {

  /** So deep objects and arrays may nest, in what is written as in what is read. */
  static final int MAX_DEPTH = 500;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // The digits of the JDK's own conversion differ between releases.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(layout())
          .build();

  private DescriptionJson() {}

  /**
   * The description as JSON text.
   *
   * @throws IllegalArgumentException if it holds a null, a number that is not finite, a value that
   *     is no description, or more than {@link #MAX_DEPTH} levels
   */
  static String write(Object description) {
    Object plain = DescriptionWriter.plain(description, JsonPlace.ROOT);
    try {
      return MAPPER.writeValueAsString(plain);
    } catch (JacksonException e) {
      throw refusal("The description", "written", e, "make it simpler: " + limits());
    }
  }

  /**
   * The description of this type that the text holds.
   *
   * @throws IllegalArgumentException if the text is no JSON, or anything in it is missing, unknown,
   *     twice there, of another type or refused by the constructor it is for
   */
  static <T> T read(String json, Class<T> type) {
    return type.cast(DescriptionReader.read(parsed(json), type, JsonPlace.ROOT));
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      String where =
          "Line %d, column %d of the JSON text"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw refusal(where, "read", e, "save the model again; " + limits());
    }
  }

  private static IllegalArgumentException refusal(
      String where, String verb, JacksonException cause, String fix) {
    String finding = "cannot be " + verb + ": " + cause.getOriginalMessage();
    return new IllegalArgumentException(new Problem(where, finding, fix).toString(), cause);
  }

  private static String limits() {
    return "at most " + MAX_DEPTH + " objects and arrays may nest.";
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter()
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter)
        .withSeparators(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
  }
}
