package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalInt;

/**
 * Each image moved by a random whole number of pixels, from -{@code pixels} to {@code pixels}, down
 * and another to the right; what comes in repeats the pixels of the edge.
 *
 * @param images how features are images
 * @param pixels how far at the most, at least 1 and at most the smaller side
 */
public record ShiftImages(Images images, int pixels) implements Augmentation {

  /** Checks the distance. */
  public ShiftImages {
    Requirement.of("shiftImages", images, pixels).present("images", images);
    int side = Math.min(images.height(), images.width());
    Requirement.of("shiftImages", images.height(), images.width(), pixels)
        .that(
            pixels >= 1 && pixels <= side,
            "pixels",
            "a whole number from 1 to " + side,
            pixels,
            "give how far images move at the most, such as 2");
  }

  /** The same for images of so many numbers for each pixel, such as 3; 1 by default. */
  public ShiftImages channels(int numbers) {
    return new ShiftImages(images.channels(numbers), pixels);
  }

  @Override
  public OptionalInt features() {
    return OptionalInt.of(images.features());
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.shiftImages(this);
  }

  @Override
  public String toString() {
    return Code.call("shiftImages", images.height(), images.width(), pixels)
        .thenIf(images.channels() != 1, "channels", images.channels())
        .toString();
  }
}
