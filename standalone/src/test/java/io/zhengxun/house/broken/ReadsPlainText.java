package io.zhengxun.house.broken;

import io.zhengxun.registry.certificate.PersonName;

class ReadsPlainText {
    String read(PersonName name) {
        return name.plain();
    }
}
