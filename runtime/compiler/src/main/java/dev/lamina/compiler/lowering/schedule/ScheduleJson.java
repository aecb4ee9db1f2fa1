package dev.lamina.compiler.lowering.schedule;

import dev.lamina.dsl.optimizer.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.nd4j.shade.jackson.annotation.PropertyAccessor;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;
import org.nd4j.shade.jackson.databind.json.JsonMapper;
import org.nd4j.shade.jackson.databind.jsontype.NamedType;

/**
 * A schedule as JSON, inside of DL4J's: its components, and in {@code is} the word that tells the
 * schedules apart.
 *
 * <p>The words are those of the permitted schedules, so that no JSON names a class.
 */
final class ScheduleJson {

  private ScheduleJson() {}

  static String write(Schedule schedule) {
    try {
      return mapper().writerFor(Schedule.class).writeValueAsString(schedule);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The schedule that was written.
   *
   * @throws UncheckedIOException if it is none
   */
  static Schedule read(String json) {
    try {
      return mapper().readValue(json, Schedule.class);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addMixIn(Schedule.class, TellApart.class)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY);
    Arrays.stream(Schedule.class.getPermittedSubclasses())
        .forEach(member -> builder.registerSubtypes(new NamedType(member, wordOf(member))));
    return builder.build();
  }

  private static String wordOf(Class<?> member) {
    String name = member.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** What Jackson reads on the interface as if it stood there. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface TellApart {}

  /** Writes a schedule where DL4J's mapper comes upon one. */
  static final class Writer extends JsonSerializer<Schedule> {

    @Override
    public void serialize(Schedule schedule, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeRawValue(write(schedule));
    }
  }

  /** Reads a schedule where DL4J's mapper comes upon one. */
  static final class Reader extends JsonDeserializer<Schedule> {

    @Override
    public Schedule deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return read(json.readValueAsTree().toString());
    }
  }
}
