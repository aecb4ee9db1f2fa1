package dev.lamina.training.data.image;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that holds one folder of images a class, as Keras's {@code image_dataset_from_directory}
 * reads it.
 *
 * <p>Each sample is an image of {@code height * width * channels} numbers: row by row from the top,
 * in each row pixel by pixel from the left, and for each pixel red, green and blue, or grey alone.
 * Its target is its class, counted from 0 in the order of the folders' names, which are the labels
 * of the data. Samples come class by class, in the order of the files' names. Files are PNG, JPEG
 * or BMP. Names that start with a dot are passed over, and so are files beside the folders;
 * anything else is refused by name.
 *
 * <p>Images of another size are resized by bilinear interpolation between the four nearest pixels,
 * whose centres are at half coordinates, and rounded to whole levels. Transparency is left out.
 *
 * <pre>{@code
 * Dataset flowers = ImageFolder.of(Path.of("flowers"), 32, 32).grey().scaled().read();
 * }</pre>
 *
 * @param folder the folder that holds the folders
 * @param height how high each image is made, in pixels
 * @param width how wide each image is made, in pixels
 * @param isGrey whether there is one channel, grey, instead of three
 * @param isScaled whether levels are divided by 255
 */
public record ImageFolder(Path folder, int height, int width, boolean isGrey, boolean isScaled) {

  /** No image that a network takes is larger, and none in a file is decoded that is. */
  static final int MOST_PIXELS = 1 << 26;

  /** Checks folder and size. */
  public ImageFolder {
    String fix = "give the number of pixels, such as 28";
    new Requirement(new Code("ImageFolder.of(folder, " + height + ", " + width + ")"))
        .present("folder", folder)
        .atLeast(1, "height", height, fix)
        .atLeast(1, "width", width, fix)
        .that(
            (long) height * width <= MOST_PIXELS,
            "height * width",
            "at most " + MOST_PIXELS,
            (long) height * width,
            fix);
  }

  /** Images of this size in this folder: in colour, levels from 0 to 255, unless options say. */
  public static ImageFolder of(Path folder, int height, int width) {
    return new ImageFolder(folder, height, width, false, false);
  }

  /**
   * One channel instead of three, in colour by default.
   *
   * <p>Coloured pixels are weighed as television does (ITU-R BT.601): {@code 0.299 red + 0.587
   * green + 0.114 blue}, rounded.
   */
  public ImageFolder grey() {
    return new ImageFolder(folder, height, width, true, isScaled);
  }

  /** Levels from 0 to 1 instead of from 0 to 255, which are the default. */
  public ImageFolder scaled() {
    return new ImageFolder(folder, height, width, isGrey, true);
  }

  /** How many numbers a pixel has. */
  public int channels() {
    return isGrey ? 1 : Picture.COLOURS;
  }

  /**
   * Reads all images into memory, a byte for each number.
   *
   * @throws dev.lamina.training.data.file.DataFileException if there are none, or a file cannot be
   *     decoded
   */
  public Dataset read() {
    List<ClassFolder> classes = ClassFolder.in(folder);
    String[] names = classes.stream().map(ClassFolder::name).toArray(String[]::new);
    return ImageDataset.of(this, classes).labels(names);
  }
}
