package dev.lamina.training.data.idx;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.file.DataFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Numbers in rows, from a file in the IDX format of MNIST, plain or compressed with gzip.
 *
 * <p>The first dimension counts the rows; the others, such as the height and the width of an image,
 * are flattened, the last one running fastest. The numbers stay in memory as the file holds them.
 *
 * <pre>{@code
 * IdxFile images = IdxFile.read(Path.of("data/train-images-idx3-ubyte.gz"));
 * IdxFile labels = IdxFile.read(Path.of("data/train-labels-idx1-ubyte.gz"));
 * Dataset digits = images.scaled().labelled(labels);
 * }</pre>
 */
public final class IdxFile {

  private static final double LARGEST_BYTE = 255;

  private final DataFile file;
  private final IdxType type;
  private final List<Integer> shape;
  private final ByteBuffer numbers;
  private final double divisor;

  private IdxFile(
      DataFile file, IdxType type, List<Integer> shape, ByteBuffer numbers, double divisor) {
    this.file = file;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.numbers = numbers;
    this.divisor = divisor;
  }

  /**
   * Reads such a file.
   *
   * @throws dev.lamina.training.data.file.DataFileException if it is none, ends too early or goes
   *     on too long; how long it must be is known before memory is asked for
   */
  public static IdxFile read(Path path) {
    DataFile file = new DataFile(path);
    return file.read(
        content -> {
          IdxHeader header = IdxHeader.read(file, content);
          ByteBuffer numbers = ByteBuffer.wrap(header.numbers(file, content));
          return new IdxFile(file, header.type(), header.shape(), numbers.asReadOnlyBuffer(), 1);
        });
  }

  /** What numbers it holds. */
  public IdxType type() {
    return type;
  }

  /** How many rows, then how long each dimension of a row is. */
  public List<Integer> shape() {
    return shape;
  }

  /** How many rows it holds. */
  public int size() {
    return shape.get(0);
  }

  /** How many numbers each row has. */
  public int width() {
    return size() == 0 ? 0 : numbers.capacity() / type.bytes() / size();
  }

  /**
   * The same with its bytes divided by 255, so that they are in [0, 1]; they are left as they are
   * by default.
   *
   * @throws dev.lamina.training.data.file.DataFileException if it holds other numbers than unsigned
   *     bytes
   */
  public IdxFile scaled() {
    if (type != IdxType.UNSIGNED_BYTE) {
      throw file.fault(
          "holds numbers of type " + type + ", but only unsigned bytes have a known range.",
          "scale the data set instead.");
    }
    return new IdxFile(file, type, shape, numbers, LARGEST_BYTE);
  }

  /**
   * The rows as features, each with its label, a class counted from 0, as its target.
   *
   * @param labels one whole number a row
   * @throws dev.lamina.training.data.file.DataFileException if the labels are no such numbers, or
   *     not as many as the rows
   */
  public Dataset labelled(IdxFile labels) {
    Requirement.of("labelled", labels).present("labels", labels);
    if (labels.shape().size() != 1 || !labels.type.isWhole()) {
      throw labels.file.fault(
          "must hold one whole number a sample but holds numbers of type %s and shape %s."
              .formatted(labels.type, labels.shape),
          "give the file of labels, such as `train-labels-idx1-ubyte.gz`.");
    }
    if (labels.size() != size()) {
      throw labels.file.fault(
          "holds %d labels, but `%s` holds %d samples."
              .formatted(labels.size(), file.path(), size()),
          "give the two files that belong together.");
    }
    return new IdxDataset(this, labels);
  }

  double value(int index) {
    return type.read(numbers, index) / divisor;
  }

  /** The kind of numbers, their shape and the file. */
  @Override
  public String toString() {
    return "IdxFile[%s, %s, %s]".formatted(file.path(), type, shape);
  }
}
