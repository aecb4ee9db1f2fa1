package dev.lamina.search.space;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The choices that a point stands for, which remember what was read of them. */
public final class Pick implements Choices {

  private final Space space;
  private final double[] point;
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  /** Of a point that has a place for each parameter that will be read. */
  public Pick(Space space, double[] point) {
    this.space = space;
    this.point = point.clone();
  }

  @Override
  public <T> T get(Param<T> param) {
    new Requirement(new Code("get(param)")).present("param", param);
    int index = index(param);
    Requirement.of("get", param)
        .that(
            !Double.isNaN(point[index]),
            "param",
            "one that the trial has read",
            param.name(),
            "read it in the branch that chose it only");
    read.add(param.name());
    return param.at(point[index]);
  }

  /** What was read so far, as numbers, in the order of the search. */
  public Map<String, Double> read() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (int each = 0; each < point.length; each++) {
      Dimension dimension = space.dimensions().get(each);
      if (read.contains(dimension.name())) {
        numbers.put(dimension.name(), dimension.number(point[each]));
      }
    }
    return Collections.unmodifiableMap(numbers);
  }

  /** All of it, as numbers, in the order of the search, as if each parameter had been read. */
  public Map<String, Double> all() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (int each = 0; each < point.length; each++) {
      if (!Double.isNaN(point[each])) {
        Dimension dimension = space.dimensions().get(each);
        numbers.put(dimension.name(), dimension.number(point[each]));
      }
    }
    return Collections.unmodifiableMap(numbers);
  }

  private int index(Param<?> param) {
    int index = space.index(param);
    Requirement.of("get", param)
        .that(index >= 0, "param", "a parameter of the search", param, () -> remedy(param));
    return index;
  }

  private String remedy(Param<?> param) {
    List<String> names = space.dimensions().stream().map(Dimension::name).toList();
    return "add it to `search(...)`; " + NearNames.advice(param.name(), names);
  }
}
