package dev.lamina.benchmark.work;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What is measured, in this order. */
public enum Work {
  STEP_A("step-a", Kind.STEP, Net.A, 8, 1.5),
  STEP_B("step-b", Kind.STEP, Net.B, 8, 1),
  STEP_C("step-c", Kind.STEP, Net.C, 2.5, 1),
  STEP_D("step-d", Kind.STEP, Net.D, 1.5, 0.9),
  ROW_A("row-a", Kind.ROW, Net.A, 20, 2),
  ROW_B("row-b", Kind.ROW, Net.B, 20, 2),
  ROW_C("row-c", Kind.ROW, Net.C, 4, 1),
  ROWS_A("rows-a", Kind.ROWS, Net.A, 2, 1),
  ROWS_B("rows-b", Kind.ROWS, Net.B, 2, 1),
  ROWS_C("rows-c", Kind.ROWS, Net.C, 2, 1),
  FIT_DIGITS("fit-digits", Kind.FIT, Net.DIGITS),
  COMPILE("compile", Kind.COMPILE, Net.B),
  SEARCH("search", Kind.SEARCH, Net.DIGITS),
  STARTUP("startup", Kind.STARTUP, Net.C),
  MEMORY("memory", Kind.MEMORY, Net.C);

  private final String id;
  private final Kind kind;
  private final Net net;
  private final OptionalDouble asDl4j;
  private final OptionalDouble asDjl;

  Work(String id, Kind kind, Net net) {
    this(id, kind, net, OptionalDouble.empty(), OptionalDouble.empty());
  }

  Work(String id, Kind kind, Net net, double asDl4j, double asDjl) {
    this(id, kind, net, OptionalDouble.of(asDl4j), OptionalDouble.of(asDjl));
  }

  Work(String id, Kind kind, Net net, OptionalDouble asDl4j, OptionalDouble asDjl) {
    this.id = id;
    this.kind = kind;
    this.net = net;
    this.asDl4j = asDl4j;
    this.asDjl = asDjl;
  }

  /** The work of this name. */
  public static Work of(String id) {
    return Arrays.stream(values())
        .filter(work -> work.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no work `%s`; there are %s"
                        .formatted(id, Arrays.stream(values()).map(Work::id).toList())));
  }

  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public Net net() {
    return net;
  }

  /** How many times as fast as hand-written DL4J at its defaults Lamina is to be, at least. */
  public OptionalDouble asDl4j() {
    return asDl4j;
  }

  /** How many times as fast as DJL with PyTorch Lamina is to be, at least. */
  public OptionalDouble asDjl() {
    return asDjl;
  }
}
