package io.zhengxun.standalone.simulator.media;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import io.zhengxun.standalone.simulator.platform.PlatformFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Gives the picture that the page's phones send; all are the same one, drawn here. */
@Component
class SentPictures implements PlatformEndpoint {

    private static final String SENT = "simulated-image";
    private static final int BAD_MEDIA_ID = 40007;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int STRIPE = 40;

    private final byte[] picture = drawn();

    @Override
    public String path() {
        return "/cgi-bin/media/get";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public boolean needsToken() {
        return true;
    }

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        throw new PlatformError(BAD_MEDIA_ID, "invalid media_id");
    }

    @Override
    public Optional<PlatformFile> file(PlatformCall call) {
        return call.parameter("media_id").startsWith(SENT)
                ? Optional.of(new PlatformFile("image/png", picture))
                : Optional.empty();
    }

    /** Without letters: not every machine has a font. */
    private static byte[] drawn() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < WIDTH; x += STRIPE) {
            pen.setColor(x / STRIPE % 2 == 0 ? new Color(0xE8F3EC) : new Color(0x9CCFB0));
            pen.fillRect(x, 0, STRIPE, HEIGHT);
        }
        pen.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
