'use strict';

// What a phone does beside chatting: scanning, agreeing to messages, refusing them. Each is a sheet over the chat.

const HEARINGS = [
  ['ALL', '接收消息', '账号的消息正常送达。'],
  ['BLOCKED', '拒收消息', '微信照样受理，之后报告投递失败（failed:user block）。'],
  ['REFUSED', '拒绝此账号', '发送时立即返回 48002。'],
  ['BLACKLISTED', '被账号拉黑', '发送时立即返回 43019。'],
];

let beforeSheet = null;

function openSheet(title, ...content) {
  openMenu(false);
  openKinds(false);
  beforeSheet = document.activeElement;
  byId('sheet-title').textContent = title;
  byId('sheet-content').replaceChildren(...content);
  byId('sheet').hidden = false;
  byId('sheet-close').focus();
}

function closeSheet() {
  if (byId('sheet').hidden) return;
  byId('sheet').hidden = true;
  byId('sheet-content').replaceChildren();
  if (beforeSheet && beforeSheet.isConnected) beforeSheet.focus();
}

function phonePath(rest) {
  return `phones/${encodeURIComponent(current)}/${rest}`;
}

function note(content) {
  return element('p', 'note', content);
}

// --- Scanning

function codeRow(code) {
  const row = element('li', 'code');
  const image = element('img');
  image.src = code.image;
  image.alt = '二维码';
  image.width = 88;
  image.height = 88;
  const text = element('div');
  text.append(
    element('b', '', code.scene.startsWith('contact_') ? '联系人邀请' : '带参数的二维码'),
    element('small', '', `${timeText(new Date(code.createdAt))} 生成`),
    element('small', '', code.expiresAt ? `${timeText(new Date(code.expiresAt))} 失效` : '长期有效'),
    button('primary', '扫这个码', async () => {
      await call('POST', phonePath('scans'), { scene: code.scene });
      closeSheet();
      waitForAnswer();
      await refreshPhones();
    }));
  row.append(image, text);
  return row;
}

async function openScan() {
  const codes = await call('GET', 'codes');
  const list = element('ul', 'codes');
  list.append(...codes.map(codeRow));
  openSheet('扫一扫', codes.length
    ? note('相当于把手机对准这些二维码；未关注的会同时关注。')
    : note('还没有可扫的二维码。工作人员邀请联系人后，二维码会出现在这里。'), list);
}

// --- Agreeing to messages

const ROUTES = [['SUBSCRIPTION', '公众号订阅通知'], ['MINI', '小程序订阅消息']];

function consentRow(consent) {
  const row = element('li');
  const label = element('label');
  const box = element('input');
  box.type = 'checkbox';
  box.value = consent.templateId;
  label.append(box, element('span', '', consent.title), element('small', '', `还可收 ${consent.balance} 次`));
  row.append(label);
  if (consent.balance > 0) {
    row.append(button('link', '关闭', async () => {
      await call('POST', phonePath('consents/withdrawals'), { route: consent.route, templateId: consent.templateId });
      waitForAnswer();
      await openConsents(consent.route);
    }));
  }
  return row;
}

async function openConsents(route) {
  const all = await call('GET', phonePath('consents'));
  const wanted = all.filter((consent) => consent.route === route);
  const choice = element('div', 'segments');
  choice.append(...ROUTES.filter(([each]) => all.some((consent) => consent.route === each)).map(([each, label]) => {
    const segment = button('', label, () => openConsents(each));
    segment.setAttribute('aria-pressed', String(each === route));
    return segment;
  }));
  const list = element('ul', 'consents');
  list.append(...wanted.map(consentRow));
  const answer = (key) => async () => {
    const chosen = [...list.querySelectorAll('input:checked')].map((box) => box.value);
    if (!chosen.length) throw new Refusal('请先勾选消息。');
    await call('POST', phonePath('consents'), { route, [key]: chosen });
    waitForAnswer();
    await openConsents(route);
  };
  const actions = element('div', 'sheet-actions');
  actions.append(button('', '拒绝', answer('reject')), button('primary', '允许', answer('accept')));
  openSheet('“证讯”申请向你发送以下消息', choice, list, note('允许一次，可收一条；次数可以累积。'), actions);
}

// --- Refusing messages

async function openHearing() {
  const { phone } = await call('GET', phonePath('messages?after=999999999'));
  const list = element('ul', 'hearings');
  list.append(...HEARINGS.map(([value, label, explanation]) => {
    const choice = button('', undefined, async () => {
      showHearing((await call('PUT', phonePath('hearing'), { hearing: value })).hearing);
      closeSheet();
    });
    choice.setAttribute('aria-pressed', String(phone.hearing === value));
    choice.append(element('b', '', label), element('small', '', explanation));
    const item = element('li');
    item.append(choice);
    return item;
  }));
  openSheet('消息设置', list);
}

byId('sheet-close').addEventListener('click', closeSheet);
byId('scan').addEventListener('click', act(openScan));
byId('scan-first').addEventListener('click', act(openScan));
byId('consents').addEventListener('click', act(() => openConsents('SUBSCRIPTION')));
byId('hearing').addEventListener('click', act(openHearing));
