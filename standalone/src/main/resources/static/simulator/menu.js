'use strict';

// The menu that the account told, below the chat. A tap sends the event, or opens the page.

const accountMenu = byId('account-menu');
let shownMenu = '';

function closeColumns() {
  accountMenu.querySelectorAll('ul').forEach((list) => { list.hidden = true; });
  accountMenu.querySelectorAll('[aria-expanded]').forEach((each) => each.setAttribute('aria-expanded', 'false'));
}

async function tapMenu(entry) {
  closeColumns();
  if (entry.type === 'view') {
    window.open(entry.url, '_blank', 'noopener');
    await send({ type: 'event', fields: { Event: 'VIEW', EventKey: entry.url } });
  } else if (entry.type === 'miniprogram') {
    toast(`小程序页面：${entry.pagepath}`);
  } else {
    await send({ type: 'event', fields: { Event: entry.type === 'click' ? 'CLICK' : entry.type, EventKey: entry.key } });
  }
}

function columnOf(entry) {
  const column = element('div', 'column');
  if (!entry.sub_button.length) {
    column.append(button('', entry.name, () => tapMenu(entry)));
    return column;
  }
  const list = element('ul');
  list.hidden = true;
  entry.sub_button.forEach((each) => {
    const item = element('li');
    item.append(button('', each.name, () => tapMenu(each)));
    list.append(item);
  });
  const opener = button('', `≡ ${entry.name}`, () => {
    const open = list.hidden;
    closeColumns();
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  });
  opener.setAttribute('aria-expanded', 'false');
  column.append(list, opener);
  return column;
}

async function refreshMenu() {
  const menu = await call('GET', 'menu');
  const following = !byId('composer').hidden;
  accountMenu.hidden = !menu.length || !following;
  if (JSON.stringify(menu) === shownMenu) return;
  shownMenu = JSON.stringify(menu);
  accountMenu.replaceChildren(...menu.map(columnOf));
}

document.addEventListener('click', (event) => { if (!accountMenu.contains(event.target)) closeColumns(); });
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') closeColumns(); });
document.addEventListener('DOMContentLoaded', () => {
  refreshMenu().catch(() => {});
  setInterval(() => { if (!document.hidden) refreshMenu().catch(() => {}); }, 2000);
});
