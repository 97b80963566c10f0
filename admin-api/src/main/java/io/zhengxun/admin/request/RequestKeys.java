package io.zhengxun.admin.request;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/**
 * Gives a controller the {@link RequestKey}; null without the header Idempotency-Key. Its digest covers method, path,
 * query and a JSON body byte by byte. Of an uploaded file it covers nothing: the controller adds the file's digest by
 * {@link RequestKey#with}.
 */
final class RequestKeys implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest web, WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        String key = request.getHeader(HEADER);
        return key == null ? null : new RequestKey(staff().username(), key, digest(request));
    }

    private static Staff staff() {
        Authentication entry = SecurityContextHolder.getContext().getAuthentication();
        if (entry != null && entry.getPrincipal() instanceof Staff staff) {
            return staff;
        }
        throw new IllegalStateException("A method that is open to everyone takes no Idempotency-Key.");
    }

    private static byte[] digest(HttpServletRequest request) {
        SM3Digest sm3 = new SM3Digest();
        update(sm3, text(request.getMethod()));
        update(sm3, text(request.getRequestURI()));
        update(sm3, text(request.getQueryString()));
        CachedBody body = WebUtils.getNativeRequest(request, CachedBody.class);
        update(sm3, body == null ? new byte[0] : body.bytes());
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }

    private static byte[] text(String value) {
        return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    }

    private static void update(SM3Digest sm3, byte[] part) {
        sm3.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array(), 0, Integer.BYTES);
        sm3.update(part, 0, part.length);
    }
}
