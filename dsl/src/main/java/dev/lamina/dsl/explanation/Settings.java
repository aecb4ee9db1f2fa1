package dev.lamina.dsl.explanation;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.optimizer.Schedule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads every component of a description, so that none can be forgotten. Groups of options, such as
 * those of a kernel, are read component by component.
 */
final class Settings {

  /** What DL4J does with a value that means the same to it. */
  static final String SAME = "the same";

  /** What DL4J has where it does not know a word or an option. */
  static final String MISSING = "has none";

  private static final String NONE = "none";

  private final Defaults defaults;
  private final List<Setting> settings = new ArrayList<>();

  private Settings(Defaults defaults) {
    this.defaults = defaults;
  }

  /** Every value of the description but the components of these names. */
  static List<Setting> of(Record description, Defaults defaults, Set<String> omitted) {
    Settings reader = new Settings(defaults);
    for (RecordComponent component : description.getClass().getRecordComponents()) {
      String name = component.getName();
      if (!omitted.contains(name)) {
        Object value = read(component, description);
        Object usual = read(component, defaults.value());
        reader.add(name, value, usual, defaults.required().contains(name));
      }
    }
    return List.copyOf(reader.settings);
  }

  private void add(String name, Object value, Object usual, boolean required) {
    Object content = content(value);
    Object usualContent = content(usual);
    if (isGroup(content) && isGroup(usualContent)) {
      for (RecordComponent component : content.getClass().getRecordComponents()) {
        String inner = name + "." + component.getName();
        add(inner, read(component, content), read(component, usualContent), required);
      }
      return;
    }
    boolean chosen = required || !content.equals(usualContent);
    Setting.Origin origin = chosen ? Setting.Origin.YOU : Setting.Origin.DEFAULT;
    settings.add(new Setting(name, text(name, content), origin, note(name, content)));
  }

  /** What DL4J does with this word, or with this component. */
  private String note(String name, Object value) {
    return wordNote(value)
        .or(() -> Optional.ofNullable(defaults.dl4j().get(name)))
        .orElseThrow(() -> new IllegalStateException("No word on what DL4J does with " + name));
  }

  private static Optional<String> wordNote(Object value) {
    if (value instanceof Activation activation) {
      return Optional.of(activation.accept(new ActivationNotes()));
    }
    if (value instanceof Initializer initializer) {
      return Optional.of(initializer.accept(new InitializerNotes()));
    }
    if (value instanceof Constraint constraint) {
      return Optional.of(constraint.accept(new ConstraintNotes()));
    }
    return value instanceof Schedule schedule
        ? schedule.accept(new ScheduleNotes())
        : Optional.empty();
  }

  private static Object content(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? content(optional.get()) : NONE;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? optional.getAsDouble() : NONE;
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : NONE;
    }
    return value;
  }

  /** Whether it is a record of options rather than a word, which is a member of a sealed family. */
  private static boolean isGroup(Object value) {
    return value instanceof Record && value.getClass().getInterfaces().length == 0;
  }

  private String text(String name, Object value) {
    if (NONE.equals(value)) {
      return defaults.absent().getOrDefault(name, NONE);
    }
    return value instanceof Collection<?> all
        ? all.stream().map(Code::literal).collect(Collectors.joining(", ", "[", "]"))
        : Code.literal(value);
  }

  private static Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + owner + ".", e);
    }
  }
}
