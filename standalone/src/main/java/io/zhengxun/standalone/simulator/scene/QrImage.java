package io.zhengxun.standalone.simulator.scene;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws a QR code that a real camera reads. */
final class QrImage {

    private static final int SIDE = 430;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private QrImage() {}

    static byte[] png(String content) {
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(content, BarcodeFormat.QR_CODE, SIDE, SIDE, Map.of(EncodeHintType.MARGIN, 2));
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    image.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("This does not fit into a QR code.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
