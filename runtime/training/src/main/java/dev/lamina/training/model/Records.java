package dev.lamina.training.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;

/** Takes records apart and makes them again, by their canonical constructors. */
final class Records {

  private Records() {}

  /** The components of this type of record, in order. */
  static List<RecordComponent> components(Class<?> type) {
    if (!type.isRecord()) {
      throw unsupported(type);
    }
    return List.of(type.getRecordComponents());
  }

  /** The value of one component. */
  static Object valueOf(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + owner + ".", e);
    }
  }

  /**
   * The record of these values.
   *
   * @throws IllegalArgumentException caused by what its constructor threw
   */
  static Object make(Class<?> type, List<Object> values, JsonPlace place) {
    Class<?>[] types =
        components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw place.rejection(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type + ".", e);
    }
  }

  /** What to throw where a type that no description is made of came. */
  static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        "`"
            + type.getTypeName()
            + "` has no JSON form: descriptions are records of records, enums, "
            + "members of sealed interfaces, lists, optionals, texts, numbers and truth values.");
  }
}
