package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of some parameters, from which a search is to start; the others are drawn at random.
 *
 * <pre>{@code
 * value(integer("width", 16, 256), 64).and(real("rate", 1e-4, 1e-1).log(), 1e-3)
 * }</pre>
 *
 * @param values the value of each parameter
 */
public record KnownPoint(Map<Param<?>, Object> values) {

  /**
   * Copies the values.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if a parameter has no such value
   */
  public KnownPoint {
    values.forEach(KnownPoint::require);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Of one parameter. */
  public static <T> KnownPoint of(Param<T> param, T value) {
    return new KnownPoint(Map.of()).and(param, value);
  }

  /**
   * The same point with this value too.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if the parameter has no such value
   */
  public <T> KnownPoint and(Param<T> param, T value) {
    Map<Param<?>, Object> more = new LinkedHashMap<>(values);
    more.put(param, value);
    return new KnownPoint(more);
  }

  private static void require(Param<?> param, Object value) {
    Requirement.of("value", param, value)
        .present("param", param)
        .present("value", value)
        .that(has(param, value), "value", "one of " + param, value, "give a value that it has");
  }

  /** Whoever gives a map may give values of any type. */
  @SuppressWarnings("unchecked")
  private static <T> boolean has(Param<T> param, Object value) {
    try {
      return param.has((T) value);
    } catch (ClassCastException ofAnotherType) {
      return false;
    }
  }

  /** Where this point is for one parameter, from 0 to 1; nowhere if it has no value. */
  public <T> Optional<Double> place(Param<T> param) {
    return Optional.ofNullable(value(param)).map(param::place);
  }

  @Override
  public String toString() {
    return values.keySet().stream()
        .map(this::code)
        .collect(Collectors.joining("."))
        .replaceFirst("^and", "value");
  }

  private <T> String code(Param<T> param) {
    return Code.call("and", param, TypedLiteral.of(param, value(param))).toString();
  }

  @SuppressWarnings("unchecked") // the constructor has seen that it is one of the parameter's
  private <T> T value(Param<T> param) {
    return (T) values.get(param);
  }
}
