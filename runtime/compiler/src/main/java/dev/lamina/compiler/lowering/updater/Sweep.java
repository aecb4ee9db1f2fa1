package dev.lamina.compiler.lowering.updater;

import dev.lamina.compiler.lowering.call.HostArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A way through a gradient and the state of its optimizer, again and again, without an object made.
 *
 * <p>In the memory of the host the numbers come by in pieces that fit into the processor's first
 * cache, since Java's compiler uses vector instructions on its own arrays only. Elsewhere all
 * numbers come at once.
 *
 * @param <N> what comes by
 */
final class Sweep<N extends Numbers<N>> {

  /** Numbers of a piece: five arrays of them in 10 or 20 KB. */
  static final int PIECE = 512;

  private final N gradient;
  private final List<N> state;
  private final Supplier<N> another;
  private final long length;
  private final long piece;
  private Optional<N> spare = Optional.empty();
  private long from;
  private long until;

  private Sweep(N gradient, List<N> state, Supplier<N> another, long length, long piece) {
    this.gradient = gradient;
    this.state = List.copyOf(state);
    this.another = another;
    this.length = length;
    this.piece = piece;
  }

  /** Whether Java reaches all of these arrays, and finds the same number at the same place. */
  static boolean isOnHost(INDArray gradient, List<INDArray> state) {
    return Nd4j.getEnvironment().isCPU()
        && isReachable(gradient)
        && state.stream().allMatch(part -> isReachable(part) && isLaidLike(gradient, part));
  }

  private static boolean isReachable(INDArray array) {
    return array.elementWiseStride() == 1 && HostArray.isReachable(array);
  }

  private static boolean isLaidLike(INDArray gradient, INDArray part) {
    return part.dataType() == gradient.dataType()
        && (part.isVectorOrScalar() || Arrays.equals(part.stride(), gradient.stride()));
  }

  /** In pieces where {@link #isOnHost} says that this can be, and else at once. */
  static Sweep<?> of(INDArray gradient, List<INDArray> state) {
    if (!isOnHost(gradient, state)) {
      return whole(gradient, state);
    }
    return gradient.dataType() == DataType.DOUBLE
        ? doubles(gradient, state)
        : floats(gradient, state);
  }

  private static Sweep<FloatPiece> floats(INDArray gradient, List<INDArray> state) {
    int piece = piece(gradient);
    List<FloatPiece> parts = new ArrayList<>();
    state.forEach(part -> parts.add(new FloatPiece(HostArray.floats(part), piece)));
    Supplier<FloatPiece> another = () -> new FloatPiece(HostArray.floats(gradient), piece);
    return new Sweep<>(another.get(), parts, another, gradient.length(), piece);
  }

  private static Sweep<DoublePiece> doubles(INDArray gradient, List<INDArray> state) {
    int piece = piece(gradient);
    List<DoublePiece> parts = new ArrayList<>();
    state.forEach(part -> parts.add(new DoublePiece(HostArray.doubles(part), piece)));
    Supplier<DoublePiece> another = () -> new DoublePiece(HostArray.doubles(gradient), piece);
    return new Sweep<>(another.get(), parts, another, gradient.length(), piece);
  }

  private static int piece(INDArray gradient) {
    return Math.toIntExact(Math.min(PIECE, gradient.length()));
  }

  /** In any memory, by ND4J's operations, on all numbers at once. */
  static Sweep<WholeArray> whole(INDArray gradient, List<INDArray> state) {
    List<WholeArray> parts = state.stream().map(WholeArray::new).toList();
    Supplier<WholeArray> another = () -> new WholeArray(gradient.ulike());
    return new Sweep<>(
        new WholeArray(gradient), parts, another, gradient.length(), gradient.length());
  }

  /**
   * Moves on to the next numbers, and keeps what was made of those before.
   *
   * @return whether there are any; if not, the next call begins anew
   */
  boolean next() {
    if (until > 0) {
      gradient.store();
      for (int i = 0; i < state.size(); i++) {
        state.get(i).store();
      }
    }
    from = until == length ? 0 : until;
    until = until == length ? 0 : Math.min(length, from + piece);
    if (until > 0) {
      gradient.load(from, until);
      for (int i = 0; i < state.size(); i++) { // without an iterator
        state.get(i).load(from, until);
      }
      if (spare.isPresent()) {
        spare.get().load(from, until);
      }
    }
    return until > 0;
  }

  /** The gradient, which is to become what the weights lose. */
  N gradient() {
    return gradient;
  }

  /** A part of the state, from 0. */
  N part(int number) {
    return state.get(number);
  }

  /** As many numbers to work with, of any value, of which nothing is kept. */
  N spare() {
    if (spare.isEmpty()) {
      N first = another.get();
      first.load(from, until);
      spare = Optional.of(first);
    }
    return spare.get();
  }
}
