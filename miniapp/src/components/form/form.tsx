import { Form as TaroForm } from '@tarojs/components'
import type { FormProps } from './form.types'

export function Form({ label, className, onSubmit, children }: FormProps) {
  return (
    <TaroForm {...(className !== undefined && { className })} ariaLabel={label} onSubmit={() => onSubmit()}>
      {children}
    </TaroForm>
  )
}
