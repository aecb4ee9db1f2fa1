package dev.lamina.compiler.lowering.schedule;

import dev.lamina.dsl.optimizer.Schedule;
import java.io.Serializable;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;

/** The learning rate that a schedule of Lamina gives, times a factor. */
public final class ScheduledRate implements ISchedule {

  private static final long serialVersionUID = 1L;

  @JsonProperty("schedule")
  @JsonSerialize(using = ScheduleJson.Writer.class)
  private final transient Schedule schedule;

  @JsonProperty("factor")
  private final double factor;

  /**
   * With this factor.
   *
   * @param schedule what is multiplied
   * @param factor what it is multiplied by, at least 0
   */
  @JsonCreator
  public ScheduledRate(
      @JsonProperty("schedule") @JsonDeserialize(using = ScheduleJson.Reader.class)
          Schedule schedule,
      @JsonProperty("factor") double factor) {
    this.schedule = schedule;
    this.factor = factor;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return factor * schedule.at(iteration, epoch);
  }

  @Override
  public ScheduledRate clone() {
    return new ScheduledRate(schedule, factor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScheduledRate that
        && schedule.equals(that.schedule)
        && Double.compare(factor, that.factor) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * schedule.hashCode() + Double.hashCode(factor);
  }

  @Override
  public String toString() {
    return "ScheduledRate(schedule=" + schedule + ", factor=" + factor + ")";
  }

  /** Descriptions are not serializable, so their JSON stands for them. */
  private Object writeReplace() {
    return new Serialized(ScheduleJson.write(schedule), factor);
  }

  private record Serialized(String schedule, double factor) implements Serializable {

    private Object readResolve() {
      return new ScheduledRate(ScheduleJson.read(schedule), factor);
    }
  }
}
