package dev.lamina.training.preparation;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.augmentation.FlipImages;
import dev.lamina.dsl.augmentation.Jitter;
import dev.lamina.dsl.augmentation.Mixup;
import dev.lamina.dsl.augmentation.ShiftImages;
import dev.lamina.training.loop.SampleOrder;

/** How each kind of augmentation changes a mini-batch. */
final class Changes implements Augmentation.Cases<Change> {

  @Override
  public Change jitter(Jitter jitter) {
    return (batch, random) -> {
      double[] features = batch.features();
      for (int i = 0; i < features.length; i++) {
        features[i] += jitter.stddev() * random.nextGaussian();
      }
    };
  }

  @Override
  public Change shiftImages(ShiftImages shift) {
    return (batch, random) -> {
      PixelMoves moves = new PixelMoves(shift.images());
      for (int row = 0; row < batch.rows(); row++) {
        int down = random.nextInt(-shift.pixels(), shift.pixels() + 1);
        int right = random.nextInt(-shift.pixels(), shift.pixels() + 1);
        moves.shift(batch.features(), row, down, right);
      }
    };
  }

  @Override
  public Change flipImages(FlipImages flip) {
    return (batch, random) -> {
      PixelMoves moves = new PixelMoves(flip.images());
      for (int row = 0; row < batch.rows(); row++) {
        if (random.nextBoolean()) {
          moves.flip(batch.features(), row);
        }
      }
    };
  }

  @Override
  public Change mixup(Mixup mixup) {
    BetaShare shares = new BetaShare(mixup.alpha());
    return (batch, random) -> {
      double share = shares.draw(random);
      int[] partners = SampleOrder.shuffled(batch.rows(), random.nextLong());
      mix(batch.features(), share, partners);
      mix(batch.targets(), share, partners);
      if (batch.isWeighted()) {
        mix(batch.weights(), share, partners);
      }
    };
  }

  private static void mix(double[] values, double share, int[] partners) {
    double[] before = values.clone();
    int width = values.length / partners.length;
    for (int row = 0; row < partners.length; row++) {
      for (int i = 0; i < width; i++) {
        int own = row * width + i;
        int other = partners[row] * width + i;
        values[own] = share * before[own] + (1 - share) * before[other];
      }
    }
  }
}
