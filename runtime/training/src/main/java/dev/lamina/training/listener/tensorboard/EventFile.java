package dev.lamina.training.listener.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A file of events: records of TensorFlow's TFRecord format, each an {@code Event} message.
 *
 * <p>A record is the length of its content, 8 bytes, the masked CRC-32C of these, 4 bytes, the
 * content, and the masked CRC-32C of the content; numbers are little-endian.
 */
public final class EventFile implements Closeable {

  private static final String VERSION = "brain.Event:2";
  private static final int SCALAR_DATA = 1;

  private final OutputStream stream;
  private final Clock clock;

  private EventFile(OutputStream stream, Clock clock) {
    this.stream = stream;
    this.clock = clock;
  }

  /**
   * A new file in this folder, which is made where it is not there, beside those of other runs.
   *
   * @param clock when events happen
   */
  public static EventFile in(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    EventFile file = new EventFile(new BufferedOutputStream(created(folder, clock)), clock);
    file.write(file.event().text(3, VERSION));
    return file;
  }

  /** Adds the values of these tags at this step. */
  public void scalars(long step, Map<String, Double> values) throws IOException {
    for (Map.Entry<String, Double> each : values.entrySet()) {
      Message value = scalar(each.getKey(), each.getValue().floatValue());
      write(event().number(2, step).message(5, new Message().message(1, value)));
    }
  }

  /** Hands to the operating system what was added. */
  public void flush() throws IOException {
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  /** TensorBoard reads the files of a folder in the order of their names. */
  private static OutputStream created(Path folder, Clock clock) throws IOException {
    long process = ProcessHandle.current().pid();
    long seconds = clock.millis() / 1000;
    for (int number = 0; ; number++) {
      String name =
          String.format(
              Locale.ROOT, "events.out.tfevents.%010d.lamina.%d.%d.v2", seconds, process, number);
      try {
        return Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException another) {
        // That of a training which started in the same second: the next number is free.
      }
    }
  }

  private Message event() {
    return new Message().real(1, clock.millis() / 1e3);
  }

  private static Message scalar(String tag, float value) {
    Message plugin = new Message().text(1, "scalars");
    Message metadata = new Message().message(1, plugin).number(4, SCALAR_DATA);
    return new Message().text(1, tag).single(2, value).message(9, metadata);
  }

  private void write(Message event) throws IOException {
    byte[] content = event.bytes();
    byte[] length = littleEndian(Long.BYTES).putLong(content.length).array();
    stream.write(length);
    stream.write(checksum(length));
    stream.write(content);
    stream.write(checksum(content));
  }

  /** Masked, since checksums of data that holds checksums are weak. */
  private static byte[] checksum(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    return littleEndian(Integer.BYTES).putInt(masked).array();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
