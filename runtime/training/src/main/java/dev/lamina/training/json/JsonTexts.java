package dev.lamina.training.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads texts out of JSON that is not trusted, without keeping the rest of it. */
public final class JsonTexts {

  private JsonTexts() {}

  /**
   * All values of properties of this name, wherever they are; what is no text as it is written.
   *
   * @throws IllegalArgumentException if it is no JSON or too deep
   */
  public static List<String> of(String json, String property) {
    List<String> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals(property)) {
          JsonToken value = parser.nextToken();
          found.add(value == JsonToken.VALUE_STRING ? parser.getString() : String.valueOf(value));
        }
      }
    } catch (JacksonException exception) {
      throw new IllegalArgumentException(exception.getOriginalMessage(), exception);
    }
    return found;
  }
}
