import type { ChangeEvent, FormEvent, ReactNode } from 'react'

/** Plain DOM in place of Taro's components; the aria attributes become what WeChat makes of them. */
interface Props {
  id?: string
  className?: string
  children?: ReactNode
  ariaRole?: string
  ariaLabel?: string
  ariaChecked?: boolean
  ariaSelected?: boolean
  ariaExpanded?: boolean
  ariaHidden?: boolean
  ariaDisabled?: boolean
  onClick?: () => void
}

const shared = (props: Props) => ({
  id: props.id,
  className: props.className,
  role: props.ariaRole,
  'aria-label': props.ariaLabel,
  'aria-checked': props.ariaChecked,
  'aria-selected': props.ariaSelected,
  'aria-expanded': props.ariaExpanded,
  'aria-hidden': props.ariaHidden,
  'aria-disabled': props.ariaDisabled,
  onClick: props.onClick,
})

const box = (Tag: 'div' | 'span') =>
  function Double(props: Props) {
    return <Tag {...shared(props)}>{props.children}</Tag>
  }
export const View = box('div')
export const ScrollView = box('div')
export const Text = box('span')

/** What WeChat's sheet for the phone number answers: a code, or none when the person says no. */
export const phoneSheet: { code: string | undefined } = { code: 'phone-code' }

interface ImageProps extends Props {
  src: string
  onError?: () => void
}
export function Image(props: ImageProps) {
  return <img {...shared(props)} src={props.src} onError={props.onError} />
}

interface ButtonProps extends Props {
  formType?: string
  openType?: string
  disabled?: boolean
  onGetPhoneNumber?: (event: { detail: { code: string | undefined } }) => void
}
export function Button(props: ButtonProps) {
  const askPhone = () => props.onGetPhoneNumber?.({ detail: { code: phoneSheet.code } })
  return (
    <button
      {...shared(props)}
      {...(props.openType === 'getPhoneNumber' && { onClick: askPhone })}
      type={props.formType === 'submit' ? 'submit' : 'button'}
      disabled={props.disabled}
    >
      {props.children}
    </button>
  )
}

export function Form(props: Props & { onSubmit?: () => void }) {
  function submit(event: FormEvent) {
    event.preventDefault()
    props.onSubmit?.()
  }
  return (
    <form {...shared(props)} onSubmit={submit}>
      {props.children}
    </form>
  )
}

interface InputProps extends Props {
  value?: string
  password?: boolean
  maxlength?: number
  placeholder?: string
  onInput?: (event: { detail: { value: string } }) => void
}
const inputProps = (props: InputProps) => ({
  ...shared(props),
  value: props.value,
  placeholder: props.placeholder,
  maxLength: props.maxlength,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    props.onInput?.({ detail: { value: event.target.value } }),
})
export function Input(props: InputProps) {
  return <input {...inputProps(props)} type={props.password ? 'password' : 'text'} />
}
export function Textarea(props: InputProps) {
  return <textarea {...inputProps(props)} />
}

interface PickerProps extends Props {
  range?: readonly string[]
  start?: string
  end?: string
  mode?: string
  value?: number | string
  disabled?: boolean
  onChange?: (event: { detail: { value: number | string } }) => void
}
/** WeChat's wheel as a list of buttons, one per line of it; the wheel of dates as a field. */
export function Picker(props: PickerProps) {
  if (props.mode === 'date') {
    return (
      <div {...shared(props)}>
        {props.children}
        <input
          aria-label="日期"
          value={props.value}
          min={props.start}
          max={props.end}
          onChange={(event) => props.onChange?.({ detail: { value: event.target.value } })}
        />
      </div>
    )
  }
  return (
    <div {...shared(props)} data-value={props.value}>
      {props.children}
      {props.range?.map((word, index) => (
        <button
          key={word}
          type="button"
          disabled={props.disabled}
          onClick={() => props.onChange?.({ detail: { value: index } })}
        >
          {word}
        </button>
      ))}
    </div>
  )
}
