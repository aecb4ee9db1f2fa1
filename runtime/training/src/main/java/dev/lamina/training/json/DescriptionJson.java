package dev.lamina.training.json;

import dev.lamina.dsl.problem.Problem;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
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
 * <p>A record is an object of its components in their order, without its empty optionals; what an
 * older text does not have yet is what the record's constructor of required components makes it. A
 * member of a sealed interface says first which one it {@code is}. Equal descriptions give equal
 * text, on every machine. Reading takes only what writing gives, and makes only values that the
 * type to read can hold, by their own constructors. Both refuse what is nested deeper than
 * Jackson's limit.
 */
public final class DescriptionJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
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
   * @throws IllegalArgumentException if something in it has no JSON form, or it is too deep
   */
  public static String write(Object description) {
    Object plain = DescriptionWriter.plain(description, JsonPlace.ROOT);
    try {
      return MAPPER.writeValueAsString(plain);
    } catch (JacksonException e) {
      throw refusal("The description", "written", e, "nest its parts less deeply.");
    }
  }

  /**
   * The description of this type that the text holds.
   *
   * @throws IllegalArgumentException if the text is no JSON or too deep, or something in it is
   *     missing, unknown, there twice, of another type, or refused by the constructor it is for
   */
  public static <T> T read(String json, Class<T> type) {
    return type.cast(DescriptionReader.read(parsed(json), type, JsonPlace.ROOT));
  }

  /**
   * A property of the object that the text holds, whatever else it has, where it is a whole number
   * of 32 bits.
   *
   * @throws IllegalArgumentException if the text is no JSON or too deep
   */
  public static OptionalInt wholeNumber(String json, String property) {
    JsonNode node = parsed(json).path(property);
    boolean fits = node.isIntegralNumber() && node.canConvertToInt();
    return fits ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw refusal(
          "The description" + place(e.getLocation()), "read as JSON", e, "save it again.");
    }
  }

  /** Where in the text it is, unless it is the whole that is too large. */
  private static String place(TokenStreamLocation location) {
    return location == null
        ? ""
        : ", at line " + location.getLineNr() + ", column " + location.getColumnNr() + ",";
  }

  private static IllegalArgumentException refusal(
      String where, String verb, JacksonException cause, String fix) {
    String finding = "cannot be " + verb + ": " + cause.getOriginalMessage() + ".";
    return new IllegalArgumentException(new Problem(where, finding, fix).toString(), cause);
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
