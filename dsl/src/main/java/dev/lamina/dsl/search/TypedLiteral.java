package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;

/** Values where their type is that of a parameter: {@code 1.0}, which {@code 1} is not there. */
final class TypedLiteral {

  private TypedLiteral() {}

  static <T> Object of(Param<T> param, T value) {
    if (value instanceof Double) {
      return new Code(value.toString().replace('E', 'e'));
    }
    if (value instanceof Float) {
      return new Code(value.toString().replace('E', 'e') + "f");
    }
    if (value instanceof Long) {
      return new Code(value + "L");
    }
    return value instanceof String ? value : new Code(param.text(value));
  }
}
