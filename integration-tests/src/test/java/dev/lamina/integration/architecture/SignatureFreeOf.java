package dev.lamina.integration.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Forbids certain types in what a class extends and in what others can call or read of it. */
final class SignatureFreeOf extends ArchCondition<JavaClass> {

  private final DescribedPredicate<JavaClass> forbidden;
  private final Set<String> exempt;
  private final Set<String> unused = new TreeSet<>();

  SignatureFreeOf(DescribedPredicate<JavaClass> forbidden) {
    this(forbidden, Set.of());
  }

  private SignatureFreeOf(DescribedPredicate<JavaClass> forbidden, Set<String> exempt) {
    super("have no signature with classes that %s", forbidden.getDescription());
    this.forbidden = forbidden;
    this.exempt = exempt;
  }

  /** Lets one method, by its full name, show such types. */
  SignatureFreeOf butFor(String method) {
    Set<String> more = new TreeSet<>(exempt);
    more.add(method);
    return new SignatureFreeOf(forbidden, Set.copyOf(more));
  }

  @Override
  public void init(Collection<JavaClass> classes) {
    unused.clear();
    unused.addAll(exempt);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    report(type, type.getDescription(), header(type), events);
    type.getMembers().stream()
        .filter(SignatureFreeOf::isVisible)
        .forEach(member -> report(type, member.getFullName(), signature(member), events));
  }

  @Override
  public void finish(ConditionEvents events) {
    unused.stream()
        .map(name -> SimpleConditionEvent.violated(name, name + " shows none; do not exempt it"))
        .forEach(events::add);
  }

  private void report(
      JavaClass type, String where, Stream<JavaClass> shown, ConditionEvents events) {
    shown
        .map(JavaClass::getBaseComponentType)
        .filter(forbidden)
        .filter(each -> !isExempt(where))
        .map(each -> where + " shows " + each.getName() + " in " + type.getSourceCodeLocation())
        .map(text -> SimpleConditionEvent.violated(type, text))
        .forEach(events::add);
  }

  private boolean isExempt(String where) {
    unused.remove(where);
    return exempt.contains(where);
  }

  private static Stream<JavaClass> header(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    return Stream.concat(parents, type.getTypeParameters().stream())
        .flatMap(each -> each.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaClass> signature(JavaMember member) {
    Stream<JavaClass> types = member.getAllInvolvedRawTypes().stream();
    return member instanceof JavaCodeUnit code
        ? Stream.concat(types, code.getThrowsClause().getTypes().stream())
        : types;
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
