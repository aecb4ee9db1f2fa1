package dev.lamina.training.data.stream;

import dev.lamina.training.data.Preprocessing;
import java.util.OptionalLong;

/** A stream with a buffer of its own size. */
record BufferedStream(SampleStream stream, int shuffleBuffer) implements SampleStream {

  @Override
  public int featureWidth() {
    return stream.featureWidth();
  }

  @Override
  public int targetWidth() {
    return stream.targetWidth();
  }

  @Override
  public SamplePass open() {
    return stream.open();
  }

  @Override
  public OptionalLong size() {
    return stream.size();
  }

  @Override
  public boolean isWeighted() {
    return stream.isWeighted();
  }

  @Override
  public Preprocessing preprocessing() {
    return stream.preprocessing();
  }
}
