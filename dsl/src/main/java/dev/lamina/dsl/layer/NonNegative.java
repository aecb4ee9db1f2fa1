package dev.lamina.dsl.layer;

/** No weight is negative: {@code w} becomes {@code max(0, w)}. */
public record NonNegative() implements Constraint {

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.nonNegative(this);
  }

  @Override
  public String toString() {
    return "nonNegative()";
  }
}
