package dev.lamina.search.storage;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters as Optuna writes its distributions. */
final class OptunaDistributions implements Param.Cases<ObjectNode> {

  private final JsonMapper mapper;

  OptunaDistributions(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public ObjectNode integer(IntParam param) {
    ObjectNode attributes = mapper.createObjectNode();
    attributes.put("log", param.logarithmic()).put("step", param.step());
    return named("Int", attributes.put("low", param.low()).put("high", param.high()));
  }

  @Override
  public ObjectNode real(RealParam param) {
    ObjectNode attributes = mapper.createObjectNode();
    param
        .step()
        .ifPresentOrElse(step -> attributes.put("step", step), () -> attributes.putNull("step"));
    attributes.put("low", param.low()).put("high", param.high());
    return named("Float", attributes.put("log", param.logarithmic()));
  }

  @Override
  public ObjectNode choice(ChoiceParam<?> param) {
    return categorical(param);
  }

  @Override
  public ObjectNode flag(FlagParam param) {
    return categorical(param);
  }

  /** Numbers stay numbers; what Python has no word for is there as its text. */
  private <T> ObjectNode categorical(Param<T> param) {
    ObjectNode attributes = mapper.createObjectNode();
    ArrayNode choices = attributes.putArray("choices");
    for (long index = 0; index < param.count().orElseThrow(); index++) {
      T option = param.nth(index);
      if (option instanceof Boolean flag) {
        choices.add(flag);
      } else if (option instanceof Integer whole) {
        choices.add(whole);
      } else if (option instanceof Double real && Double.isFinite(real)) {
        choices.add(real);
      } else {
        choices.add(param.text(option));
      }
    }
    return named("Categorical", attributes);
  }

  private ObjectNode named(String kind, ObjectNode attributes) {
    ObjectNode distribution = mapper.createObjectNode().put("name", kind + "Distribution");
    distribution.set("attributes", attributes);
    return distribution;
  }
}
