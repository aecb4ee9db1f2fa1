package dev.lamina.integration.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Forbids to depend on certain classes, but for exceptions that each say why they are needed. */
final class NoDependency extends ArchCondition<JavaClass> {

  private final DescribedPredicate<JavaClass> forbidden;
  private final List<Exemption> exemptions;
  private final Set<Exemption> unused = new LinkedHashSet<>();

  private NoDependency(DescribedPredicate<JavaClass> forbidden, List<Exemption> exemptions) {
    super("not depend on classes that %s", forbidden.getDescription());
    this.forbidden = forbidden;
    this.exemptions = exemptions;
  }

  static NoDependency on(DescribedPredicate<JavaClass> forbidden) {
    return new NoDependency(forbidden, List.of());
  }

  /**
   * Lets one place depend on one of the classes.
   *
   * @param origin the full name of a class, or of a method as {@code Class.method()}
   * @param target the full name of a class
   */
  NoDependency butFor(String origin, String target, String reason) {
    List<Exemption> more = new ArrayList<>(exemptions);
    more.add(new Exemption(origin, target, reason));
    return new NoDependency(forbidden, List.copyOf(more));
  }

  @Override
  public void init(Collection<JavaClass> classes) {
    unused.clear();
    unused.addAll(exemptions);
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    origin.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> forbidden.test(dependency.getTargetClass().getBaseComponentType()))
        .filter(dependency -> !isExempt(dependency))
        .map(each -> SimpleConditionEvent.violated(each, each.getDescription()))
        .forEach(events::add);
  }

  /** An exception that nothing needs any more would hide the next violation. */
  @Override
  public void finish(ConditionEvents events) {
    unused.stream()
        .map(each -> SimpleConditionEvent.violated(each, each + " is no longer needed; remove it"))
        .forEach(events::add);
  }

  private boolean isExempt(Dependency dependency) {
    List<Exemption> matching =
        exemptions.stream().filter(exemption -> exemption.covers(dependency)).toList();
    unused.removeAll(matching);
    return !matching.isEmpty();
  }

  private record Exemption(String origin, String target, String reason) {

    boolean covers(Dependency dependency) {
      String description = dependency.getDescription();
      boolean isOrigin =
          dependency.getOriginClass().getName().equals(origin)
              || description.startsWith("Method <" + origin + ">");
      return isOrigin && dependency.getTargetClass().getName().equals(target);
    }

    @Override
    public String toString() {
      return "The exception that `" + origin + "` " + reason;
    }
  }
}
