'use strict';

// What all parts of the page use. Texts are only ever set as textContent: nothing here writes HTML.

const REFUSALS = {
  'not-following': '请先关注公众号。',
  'platform-busy': '正在推送的消息太多，请稍后再发。',
  'unknown-exchange': '这次往来已不再保留。',
  'cross-site': '只能从本页面操作。',
  'bad-openid': '用户编号不正确。',
  'bad-request': '内容不正确，未发送。',
  'unknown-code': '二维码已失效，请重新打开列表。',
  'unknown-template': '没有这个模板。',
  'no-link': '这条消息没有链接，或已不再保留。',
};

const byId = (id) => document.getElementById(id);

/** What the parts tell each other: a part that is asked to do something listens for it. */
const parts = {};

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

class Refusal extends Error {}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    throw new Refusal('连不上服务。');
  }
  const content = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(REFUSALS[content && content.code] || `操作没有成功（${response.status}）。`);
  return content;
}

let toastTimer;
function toast(message) {
  const box = byId('toast');
  box.textContent = message;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 4000);
}

/** Runs an action of the user and says so when it fails. */
function act(action) {
  return async (event) => {
    if (event) event.preventDefault();
    try {
      await action(event);
    } catch (failure) {
      toast(failure instanceof Refusal ? failure.message : '页面出错了，请刷新。');
      if (!(failure instanceof Refusal)) throw failure;
    }
  };
}

/** A button with a text and what a tap on it does. */
function button(className, content, action) {
  const made = element('button', className, content);
  made.type = 'button';
  made.addEventListener('click', act(action));
  return made;
}

function timeText(at) {
  const time = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const today = new Date();
  if (at.toDateString() === today.toDateString()) return time;
  return `${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
}

/** How many there are that nobody has looked at, as a red dot with a number; none for none. */
function unreadBadge(count) {
  if (count <= 0) return null;
  const badge = element('span', 'unread', count > 99 ? '99+' : String(count));
  badge.setAttribute('aria-label', `${count} 条未读`);
  return badge;
}

// --- Tabs beside the phone

const tabs = byId('tabs');

function openTab(name) {
  tabs.querySelectorAll('button').forEach((tab) => {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    byId(`tab-${tab.dataset.tab}`).hidden = !chosen;
  });
  if (parts.tabOpened) parts.tabOpened(name);
}

tabs.addEventListener('click', (event) => {
  const tab = event.target.closest('button');
  if (tab) openTab(tab.dataset.tab);
});
tabs.addEventListener('keydown', (event) => {
  const all = [...tabs.querySelectorAll('button')];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  next.focus();
  openTab(next.dataset.tab);
});
