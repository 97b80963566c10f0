/** What keeps personal data private: types that mask themselves, encryption and blind indexes (Q3, Q6). */
package io.zhengxun.registry.privacy;
