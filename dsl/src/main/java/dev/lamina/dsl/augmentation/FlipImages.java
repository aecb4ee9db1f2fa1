package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalInt;

/**
 * Each image mirrored, left for right, with probability 1/2.
 *
 * @param images how features are images
 */
public record FlipImages(Images images) implements Augmentation {

  /** Checks that they are there. */
  public FlipImages {
    Requirement.of("flipImages", images).present("images", images);
  }

  /** The same for images of so many numbers for each pixel, such as 3; 1 by default. */
  public FlipImages channels(int numbers) {
    return new FlipImages(images.channels(numbers));
  }

  @Override
  public OptionalInt features() {
    return OptionalInt.of(images.features());
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.flipImages(this);
  }

  @Override
  public String toString() {
    return Code.call("flipImages", images.height(), images.width())
        .thenIf(images.channels() != 1, "channels", images.channels())
        .toString();
  }
}
