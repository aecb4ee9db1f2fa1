package dev.lamina.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {

  static Stream<Object> members() {
    return EveryWord.descriptions().filter(each -> accepting(each).findAny().isPresent());
  }

  @ParameterizedTest
  @MethodSource("members")
  void aMemberHandsItselfToItsCaseAndGivesTheResultBack(Object member)
      throws ReflectiveOperationException {
    Method accept = accepting(member).findFirst().orElseThrow();
    List<Object> handed = new ArrayList<>();
    Object result = new Object();
    Object cases = cases(accept.getParameterTypes()[0], handed, result);

    Object given = accept.invoke(member, cases);

    assertThat(handed).singleElement().isSameAs(member);
    assertThat(given).isSameAs(result);
  }

  private static Stream<Method> accepting(Object description) {
    return Arrays.stream(description.getClass().getMethods())
        .filter(method -> method.getName().equals("accept"));
  }

  /** Cases that note what they are handed and all answer the same. */
  private static Object cases(Class<?> type, List<Object> handed, Object result) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          handed.addAll(List.of(arguments));
          return result;
        });
  }
}
