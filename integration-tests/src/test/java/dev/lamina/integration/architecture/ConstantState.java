package dev.lamina.integration.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Demands that a static field can neither be assigned nor changed. */
final class ConstantState extends ArchCondition<JavaField> {

  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.lang.String",
          "java.lang.Class",
          "java.nio.charset.Charset",
          "java.time.Duration",
          "java.util.Comparator",
          "java.util.regex.Pattern",
          "java.time.format.DateTimeFormatter",
          "java.awt.Color",
          "java.awt.Font",
          "org.slf4j.Logger",
          "tools.jackson.databind.json.JsonMapper");

  private static final Set<String> COLLECTIONS =
      Set.of(List.class.getName(), Set.class.getName(), Map.class.getName());

  ConstantState() {
    super("be final and hold a value that does not change");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    boolean isConstant = field.getModifiers().contains(JavaModifier.FINAL) && isImmutable(field);
    events.add(
        new SimpleConditionEvent(field, isConstant, field.getDescription() + " is shared state"));
  }

  private static boolean isImmutable(JavaField field) {
    JavaClass type = field.getRawType();
    if (COLLECTIONS.contains(type.getName())) {
      return isUnmodifiable(value(field.reflect()));
    }
    return type.isPrimitive() || IMMUTABLE.contains(type.getName()) || isValue(type);
  }

  /** Records and enums of our own, which hold nothing that can be assigned. */
  private static boolean isValue(JavaClass type) {
    return (type.isRecord() || type.isEnum())
        && type.getFields().stream()
            .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
  }

  /** No type says so, but all that the JDK offers are nested in these two. */
  private static boolean isUnmodifiable(Object collection) {
    String name = collection.getClass().getName();
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Unmodifiable");
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
