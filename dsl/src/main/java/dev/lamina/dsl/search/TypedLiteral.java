package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;

/** Values where their type is that of a parameter: {@code 1.0}, which {@code 1} is not there. */
final class TypedLiteral {

  private TypedLiteral() {}

  static Object of(Object value) {
    if (value instanceof Double) {
      return new Code(value.toString().replace('E', 'e'));
    }
    if (value instanceof Float) {
      return new Code(value.toString().replace('E', 'e') + "f");
    }
    return value instanceof Long ? new Code(value + "L") : value;
  }
}
